class SyncJob < ApplicationJob
  def perform
    client = Attio::Client.new
    client.get("lists") #=> GET /v2/lists
    client.create_task(content: "x")
    Rails.cache.fetch("tasks") { 1 }
  end
end
