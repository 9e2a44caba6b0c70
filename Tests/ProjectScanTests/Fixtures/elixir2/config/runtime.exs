import Config
config :app, attio_key: System.fetch_env!("ATTIO_API_KEY")
