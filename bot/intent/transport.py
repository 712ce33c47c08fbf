"""HTTP as a model provider needs it: the right path, and no endless answers."""

from collections.abc import AsyncIterator

import httpx

MOST_BYTES = 256 * 1024
SDK_PATH = "/openai/v1"
"""What the SDK puts before `/chat/completions`, whatever its base URL is."""
OPENAI_PATH = "/v1"
"""Where servers that speak OpenAI's API are, if their address says nothing else."""


class AnswerTooLong(httpx.HTTPError):
    """A provider sent more than an answer can be."""


def api_of(address: str, usual: str) -> httpx.URL:
    """Where an API begins: an address without a path has the usual one, every other is taken
    as it is written, with or without `/chat/completions` and a slash at its end.
    """
    url = httpx.URL(address)
    path = url.path.rstrip("/").removesuffix("/chat/completions")
    return url.copy_with(raw_path=(path or usual).encode())


class ApiPath(httpx.AsyncBaseTransport):
    """Puts the API's own path in place of the SDK's, and cuts answers at 256 KiB.

    Answers are not compressed, or 256 KiB could become 256 MiB; and they are JSON in UTF-8,
    whatever they say of themselves: some names of encodings make httpx fail.
    """

    def __init__(self, path: str, inner: httpx.AsyncBaseTransport | None = None) -> None:
        self._path = path
        self._inner = inner or httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request; the response's body raises AnswerTooLong when it goes on and on.

        Raises httpx.DecodingError where it is compressed all the same.
        """
        request.headers["Accept-Encoding"] = "identity"
        path = self._path + request.url.path.removeprefix(SDK_PATH)
        request.url = request.url.copy_with(path=path)
        response = await self._inner.handle_async_request(request)
        if response.headers.get("Content-Encoding", "identity") != "identity":
            await response.aclose()
            raise httpx.DecodingError("compressed, though that was not asked for")
        response.headers["Content-Type"] = "application/json"
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Bounded(response.stream)
        return response

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


class _Bounded(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for chunk in self._inner:
            seen += len(chunk)
            if seen > MOST_BYTES:
                raise AnswerTooLong(f"more than {MOST_BYTES} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
