class XJob < ApplicationJob
  def perform(user)
    AttioClient.new.assert_person(email: user.email, name: user.name)
    HTTP.auth("Bearer #{ENV["ATTIO_API_KEY"]}").post("https://api.attio.com/v2/tasks", json: {}) #=> POST /v2/tasks
    RestClient.get "https://api.attio.com/v2/webhooks", { Authorization: "x" } #=> GET /v2/webhooks
    RestClient::Request.execute(method: :patch, url: "https://api.attio.com/v2/tasks/#{user.id}", payload: {}) #=> PATCH /v2/tasks/{task_id}
    Typhoeus.delete("https://api.attio.com/v2/notes/1") #=> DELETE /v2/notes/{note_id}
  end
end
