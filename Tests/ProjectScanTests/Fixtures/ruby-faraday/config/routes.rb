Rails.application.routes.draw do
  post "/objects/people/records", to: "people#create"
  get "/notes", to: "notes#index"
end
