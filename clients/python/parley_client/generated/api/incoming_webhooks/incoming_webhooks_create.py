from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.incoming_webhook_with_path import IncomingWebhookWithPath
from ...models.new_incoming_webhook import NewIncomingWebhook
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: NewIncomingWebhook,
    idempotency_key: str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/admin/incoming-webhooks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> IncomingWebhookWithPath | Problem | None:
    if response.status_code == 201:
        response_201 = IncomingWebhookWithPath.from_dict(response.json())



        return response_201

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())



        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())



        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())



        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())



        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())



        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())



        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())



        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[IncomingWebhookWithPath | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewIncomingWebhook,
    idempotency_key: str | Unset = UNSET,

) -> Response[IncomingWebhookWithPath | Problem]:
    """ Make an incoming webhook

     For a group or channel of which you are an admin. It gets an account of its own, a bot that joins
    the chat. `path` is shown this once: behind the address of this server it is where programs post to,
    as `POST /api/hooks/{hookId}/{secret}` says. Whoever has it can write there, and read nothing.

    Args:
        idempotency_key (str | Unset):
        body (NewIncomingWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IncomingWebhookWithPath | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    body: NewIncomingWebhook,
    idempotency_key: str | Unset = UNSET,

) -> IncomingWebhookWithPath | Problem | None:
    """ Make an incoming webhook

     For a group or channel of which you are an admin. It gets an account of its own, a bot that joins
    the chat. `path` is shown this once: behind the address of this server it is where programs post to,
    as `POST /api/hooks/{hookId}/{secret}` says. Whoever has it can write there, and read nothing.

    Args:
        idempotency_key (str | Unset):
        body (NewIncomingWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IncomingWebhookWithPath | Problem
     """


    return sync_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewIncomingWebhook,
    idempotency_key: str | Unset = UNSET,

) -> Response[IncomingWebhookWithPath | Problem]:
    """ Make an incoming webhook

     For a group or channel of which you are an admin. It gets an account of its own, a bot that joins
    the chat. `path` is shown this once: behind the address of this server it is where programs post to,
    as `POST /api/hooks/{hookId}/{secret}` says. Whoever has it can write there, and read nothing.

    Args:
        idempotency_key (str | Unset):
        body (NewIncomingWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IncomingWebhookWithPath | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewIncomingWebhook,
    idempotency_key: str | Unset = UNSET,

) -> IncomingWebhookWithPath | Problem | None:
    """ Make an incoming webhook

     For a group or channel of which you are an admin. It gets an account of its own, a bot that joins
    the chat. `path` is shown this once: behind the address of this server it is where programs post to,
    as `POST /api/hooks/{hookId}/{secret}` says. Whoever has it can write there, and read nothing.

    Args:
        idempotency_key (str | Unset):
        body (NewIncomingWebhook):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IncomingWebhookWithPath | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    )).parsed
