import { Controller, Get, Post, Body } from '@nestjs/common';
import { AttioService } from './attio.service';

@Controller('objects')
export class AttioController {
  constructor(private readonly attioService: AttioService) {}

  @Post('people/records')
  create(@Body() body: any) {
    return this.attioService.createRecord('people', body);
  }

  @Get('/notes')
  notes() { return []; }
}
