import environ

env = environ.Env()
environ.Env.read_env(".env.django")
ATTIO_API_KEY = env("ATTIO_API_KEY")
ATTIO_WEBHOOK_SECRET = env("ATTIO_WEBHOOK_SECRET")
