"""HTTP as a model provider needs it: the right path, and no endless answers."""

from collections.abc import AsyncIterator

import httpx

MOST_BYTES = 256 * 1024


class AnswerTooLong(httpx.HTTPError):
    """A provider sent more than an answer can be."""


class OpenAiPath(httpx.AsyncBaseTransport):
    """Turns the SDK's fixed `/openai/v1` into `/v1` when told to, and cuts answers at 256 KiB."""

    def __init__(self, rewrite: bool, inner: httpx.AsyncBaseTransport | None = None) -> None:
        self._rewrite = rewrite
        self._inner = inner or httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request; the response's body raises AnswerTooLong when it goes on and on."""
        if self._rewrite:
            path = "/v1/".join(request.url.path.rsplit("/openai/v1/", 1))
            request.url = request.url.copy_with(path=path)
        response = await self._inner.handle_async_request(request)
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
