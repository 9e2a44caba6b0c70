import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { firstValueFrom } from 'rxjs';

@Injectable()
export class AttioService {
  private readonly logger = new Logger(AttioService.name);
  private readonly baseUrl: string;

  constructor(
    private readonly http: HttpService,
    private readonly config: ConfigService,
  ) {
    this.baseUrl = this.config.get<string>('ATTIO_BASE_URL', 'https://api.attio.com/v2');
  }

  private get headers() {
    return { Authorization: `Bearer ${this.config.getOrThrow('ATTIO_API_KEY')}` };
  }

  async createRecord(object: string, values: Record<string, unknown>) {
    try {
      const { data } = await firstValueFrom(
        this.http.post(`${this.baseUrl}/objects/${object}/records`, { data: { values } }, { headers: this.headers }), //=> POST /v2/objects/{object}/records
      );
      return data;
    } catch (error) {
      this.logger.error(`POST ${this.baseUrl}/objects/${object}/records failed`, error);
      throw error;
    }
  }

  private async call<T>(config: { method: string; path: string; data?: unknown }): Promise<T> {
    const res = await firstValueFrom(
      this.http.request<T>({ method: config.method, url: `${this.baseUrl}${config.path}`, data: config.data, headers: this.headers }),
    );
    return res.data;
  }

  listEntries(list: string) {
    return this.call({ method: 'POST', path: `/lists/${list}/entries/query`, data: {} }); //=> POST /v2/lists/{list}/entries/query
  }

  deleteComment(id: string) {
    return this.call<void>({ method: 'DELETE', path: `/comments/${id}` }); //=> DELETE /v2/comments/{comment_id}
  }
}
