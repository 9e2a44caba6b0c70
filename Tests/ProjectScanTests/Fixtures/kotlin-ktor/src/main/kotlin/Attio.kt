package crm

import io.ktor.client.*
import io.ktor.client.request.*
import io.ktor.http.*

private const val BASE = "https://api.attio.com/v2"

class Attio(private val token: String = System.getenv("ATTIO_TOKEN")) {
    private val client = HttpClient(CIO) {
        defaultRequest {
            url("https://api.attio.com/v2/")
            bearerAuth(token)
        }
    }

    suspend fun lists(): String = client.get("lists").body() //=> GET /v2/lists

    suspend fun entry(list: String, id: String) {
        client.patch("lists/$list/entries/$id") { setBody("{}") } //=> PATCH /v2/lists/{list}/entries/{entry_id}
    }

    suspend fun note(text: String): HttpResponse {
        return HttpClient().post("$BASE/notes") { //=> POST /v2/notes
            header("Authorization", "Bearer $token")
        }
    }

    suspend fun raw(id: String) = HttpClient().request("$BASE/tasks/${id}") { //=> PATCH /v2/tasks/{task_id}
        method = HttpMethod.Patch
    }
}

interface AttioApi {
    @GET("objects/{object}/records/{id}")
    suspend fun record(@Path("object") o: String, @Path("id") id: String): Any //=> GET /v2/objects/{object}/records/{record_id}

    @POST("webhooks")
    suspend fun webhook(@Body body: Any): Any //=> POST /v2/webhooks
}

val api = Retrofit.Builder().baseUrl("https://api.attio.com/v2/").build().create(AttioApi::class.java)
