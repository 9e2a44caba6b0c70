class AttioGatewayTest { void x() { http.get("https://api.attio.com/v2/lists"); } }
