use reqwest::{Client, Method};

const BASE_URL: &str = "https://api.attio.com/v2";

/// GET https://api.attio.com/v2/notes is only documentation.
pub struct Attio {
    client: Client,
    token: String,
}

impl Attio {
    pub fn new() -> Self {
        Self { client: Client::new(), token: std::env::var("ATTIO_API_KEY").expect("ATTIO_API_KEY") }
    }

    fn url(&self, path: &str) -> String {
        format!("{BASE_URL}{path}")
    }

    pub async fn lists(&self) -> Result<String, reqwest::Error> {
        self.client.get(format!("{}/lists", BASE_URL)).bearer_auth(&self.token).send().await?.text().await //=> GET /v2/lists
    }

    pub async fn upsert(&self, object: &str, body: &str) -> Result<(), reqwest::Error> {
        self.client
            .put(self.url(&format!("/objects/{object}/records?matching_attribute=domains"))) //=> PUT /v2/objects/{object}/records
            .body(body.to_string())
            .send()
            .await?;
        Ok(())
    }

    pub async fn send(&self, method: Method, path: &str) -> Result<(), reqwest::Error> {
        self.client.request(method, self.url(path)).send().await?;
        Ok(())
    }

    pub async fn remove(&self, id: &str) -> Result<(), reqwest::Error> {
        self.send(Method::DELETE, &format!("/webhooks/{}", id)).await //=> DELETE /v2/webhooks/{webhook_id}
    }
}

fn ping() {
    ureq::get(concat!("https://api.attio.com/v2", "/self")).call().unwrap(); //=> GET /v2/self
}

#[cfg(test)]
mod tests {
    #[test]
    fn t() {
        ureq::get("https://api.attio.com/v2/objects").call().unwrap();
    }
}
