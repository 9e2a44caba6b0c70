"""A small HTTP server on 127.0.0.1 with fixed answers, with or without TLS, as slow as one likes."""

import asyncio
import ssl
import threading


class APIServer:
    """Answers by a function from method, path and bearer token; to be used with `with`.

    `answer` gives a status, further header lines and a body, all as bytes.
    """

    def __init__(self, answer, delay=0.0, certificate=None):
        self.answer = answer
        self.delay = delay
        self.count = 0
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate.chain, certificate.key)
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self.thread.start()
        self.ready.wait()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    def _run(self):
        asyncio.set_event_loop(self.loop)
        start = asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.context, backlog=512)
        server = self.loop.run_until_complete(start)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        self.loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.run_until_complete(asyncio.sleep(0))
        self.loop.close()

    async def _serve(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, path, _ = head[0].split(" ", 2)
                fields = [line.split(":", 1) for line in head[1:] if ":" in line]
                headers = {name.lower(): value.strip() for name, value in fields}
                await reader.readexactly(int(headers.get("content-length", 0)))
                token = headers.get("authorization", "").split(" ")[-1]
                await asyncio.sleep(self.delay)
                self.count += 1
                writer.write(self._response(*self.answer(method, path, token)))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            writer.close()

    @staticmethod
    def _response(status, lines, body):
        head = [b"HTTP/1.1 " + status, b"Content-Type: application/json; charset=utf-8", *lines]
        head.append(b"Content-Length: %d" % len(body))
        return b"\r\n".join(head) + b"\r\n\r\n" + body
