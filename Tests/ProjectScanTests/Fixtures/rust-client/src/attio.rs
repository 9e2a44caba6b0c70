use reqwest::{Client, Method, RequestBuilder, Url};
use std::env;

pub struct AttioClient {
    http: Client,
    base: Url,
}

impl AttioClient {
    pub fn from_env() -> anyhow::Result<Self> {
        let _key = env::var("ATTIO_API_KEY")?;
        Ok(Self { http: Client::new(), base: Url::parse("https://api.attio.com/v2/")? })
    }

    fn req(&self, method: Method, path: impl AsRef<str>) -> RequestBuilder {
        self.http.request(method, self.base.join(path.as_ref()).unwrap())
    }

    pub async fn people(&self) -> anyhow::Result<serde_json::Value> {
        Ok(self.req(Method::POST, "objects/people/records/query").send().await?.json().await?) //=> POST /v2/objects/{object}/records/query
    }

    pub async fn entry(&self, list: &str, id: &str) -> anyhow::Result<()> {
        let path = format!("lists/{list}/entries/{id}"); //=> DELETE /v2/lists/{list}/entries/{entry_id}
        self.req(Method::DELETE, path).send().await?.error_for_status()?;
        Ok(())
    }
}
