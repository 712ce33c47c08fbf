"""Groq, and every server that speaks OpenAI's API. Import it late: the SDK takes 0.6 s."""

import json
from dataclasses import replace

import groq
import httpx
from groq.types.chat import ChatCompletionMessageParam

from bot.intent.completion import read_completion
from bot.intent.limits import retry_after
from bot.intent.provider import Answer, Price, ProviderError, Question
from bot.intent.transport import OPENAI_PATH, SDK_PATH, AnswerTooLong, ApiPath, api_of

DEFAULT_MODEL = "openai/gpt-oss-20b"
GROQ = "https://api.groq.com"
_MOST_TOKENS = 512
_TELL = "\nAnswer with one JSON object of this schema and nothing else:\n"
_REFUSALS = ("response_format", "response format", "json_schema")


class GroqProvider:
    """One model on one server.

    `compatible`: not Groq but a server that speaks OpenAI's API, such as vLLM, llama.cpp or Ollama.

    A server that refuses the schema as an answer's format, or takes no notice of it, is asked from
    then on with the schema in the prompt; what it just answered is lost, and nobody is asked twice.
    """

    def __init__(
        self,
        api_key: str,
        *,
        model: str = DEFAULT_MODEL,
        base_url: str | None = None,
        compatible: bool = False,
        price: Price | None = None,
        timeout: float = 4.0,
    ) -> None:
        self.name = model
        self._model = model
        self._price = price
        self._compatible = compatible
        self._tell_schema = False
        api = api_of(base_url or GROQ, OPENAI_PATH if compatible else SDK_PATH)
        self._client = groq.AsyncGroq(
            api_key=api_key,
            base_url=str(api.copy_with(raw_path=b"/")),
            max_retries=0,
            timeout=timeout,
            http_client=httpx.AsyncClient(transport=ApiPath(api.path), timeout=timeout),
        )

    async def ask(self, question: Question) -> Answer:
        """Ask once. Raises ProviderError, which never holds the key or the customer's text."""
        try:
            body, headers = await self._send(question)
        except groq.APITimeoutError:
            raise ProviderError("timeout") from None
        except groq.APIStatusError as error:
            raise self._refusal(error.response) from None
        except groq.APIConnectionError as error:
            cause = type(error.__cause__)
            raise ProviderError(
                "nonsense" if cause is AnswerTooLong else "unreachable", cause.__name__
            ) from None
        except UnicodeError:
            raise ProviderError("unreachable", "the API key is not ASCII") from None
        return self._answer(body, headers)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _send(self, question: Question) -> tuple[str, httpx.Headers]:
        system = question.system
        if self._tell_schema:
            system += _TELL + json.dumps(question.schema, separators=(",", ":"))
        messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": system},
            {"role": "user", "content": question.text},
        ]
        schema: dict[str, object] = dict(question.schema)
        # Of the servers people run themselves not all know the newer name of the bound.
        response = await self._client.chat.completions.with_raw_response.create(
            model=self._model,
            messages=messages,
            temperature=0,
            max_tokens=_MOST_TOKENS if self._compatible else groq.omit,
            max_completion_tokens=groq.omit if self._compatible else _MOST_TOKENS,
            reasoning_effort="low" if "gpt-oss" in self._model else groq.omit,
            response_format=groq.omit
            if self._tell_schema
            else {
                "type": "json_schema",
                "json_schema": {"name": "calls", "strict": True, "schema": schema},
            },
        )
        return await response.text(), response.headers

    def _refusal(self, response: httpx.Response) -> ProviderError:
        status = f"HTTP {response.status_code}"
        match response.status_code:
            case 429:
                return ProviderError("rate_limited", retry_after=retry_after(response.headers))
            case 400 | 422:
                # What a model made of a customer's words fails by this code; the server is well.
                own = "json_validate_failed" not in response.text
                self._tell_schema |= own and any(word in response.text for word in _REFUSALS)
                return ProviderError("nonsense", status)
            case _:
                return ProviderError("unreachable", status)

    def _answer(self, body: str, headers: httpx.Headers) -> Answer:
        answer = read_completion(body, headers, self._price)
        if self._tell_schema:
            # A model that is only told often writes something around it.
            text = answer.text
            return replace(answer, text=text[text.find("{") : text.rfind("}") + 1])
        self._tell_schema = not answer.text.lstrip().startswith("{")
        return answer
