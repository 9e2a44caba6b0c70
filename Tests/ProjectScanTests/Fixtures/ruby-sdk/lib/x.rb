require "attio"

Attio.configure { |c| c.api_key = ENV["ATTIO_API_KEY"] }

class Sync
  def run
    person = Attio::Person.create(values: {}) #=> POST /v2/objects/{object}/records
    person.save #=> PATCH /v2/objects/{object}/records/{record_id}
    Attio::Task.list #=> GET /v2/tasks
    Attio::Note.create(title: "x") #=> POST /v2/notes
    user = User.create(name: "x")
    user.save
  end
end
