"""A certificate for 127.0.0.1, signed by an authority that exists for one run."""


class Certificate:
    """Makes both with openssl."""

    def __init__(self, world):
        folder = world.make_folder("certificate")
        self.authority = folder / "authority.pem"
        self.key = folder / "server.key"
        self.chain = folder / "server.pem"
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        new = ["openssl", "req", "-x509", "-days", "2", *curve]
        authority_key = folder / "authority.key"
        world.run(
            [*new, "-subj", "/CN=Bench authority", "-keyout", authority_key]
            + ["-out", self.authority, "-addext", "keyUsage=critical,keyCertSign"]
        )
        world.run(
            [*new, "-subj", "/CN=127.0.0.1", "-keyout", self.key, "-out", self.chain]
            + ["-CA", self.authority, "-CAkey", authority_key]
            + ["-addext", "subjectAltName=IP:127.0.0.1"]
            + ["-addext", "basicConstraints=critical,CA:FALSE"]
        )
