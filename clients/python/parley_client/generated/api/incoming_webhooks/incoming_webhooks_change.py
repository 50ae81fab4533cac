from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.incoming_webhook import IncomingWebhook
from ...models.incoming_webhook_patch import IncomingWebhookPatch
from ...models.problem import Problem
from typing import cast



def _get_kwargs(
    hook_id: str,
    *,
    body: IncomingWebhookPatch,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/admin/incoming-webhooks/{hook_id}".format(hook_id=quote(str(hook_id), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> IncomingWebhook | Problem | None:
    if response.status_code == 200:
        response_200 = IncomingWebhook.from_dict(response.json())



        return response_200

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[IncomingWebhook | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    hook_id: str,
    *,
    client: AuthenticatedClient,
    body: IncomingWebhookPatch,

) -> Response[IncomingWebhook | Problem]:
    """ Rename, pause or restart an incoming webhook

     That `@channel` in its messages calls everybody is for admins of its chat to say.

    Args:
        hook_id (str):
        body (IncomingWebhookPatch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IncomingWebhook | Problem]
     """


    kwargs = _get_kwargs(
        hook_id=hook_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    hook_id: str,
    *,
    client: AuthenticatedClient,
    body: IncomingWebhookPatch,

) -> IncomingWebhook | Problem | None:
    """ Rename, pause or restart an incoming webhook

     That `@channel` in its messages calls everybody is for admins of its chat to say.

    Args:
        hook_id (str):
        body (IncomingWebhookPatch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IncomingWebhook | Problem
     """


    return sync_detailed(
        hook_id=hook_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    hook_id: str,
    *,
    client: AuthenticatedClient,
    body: IncomingWebhookPatch,

) -> Response[IncomingWebhook | Problem]:
    """ Rename, pause or restart an incoming webhook

     That `@channel` in its messages calls everybody is for admins of its chat to say.

    Args:
        hook_id (str):
        body (IncomingWebhookPatch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IncomingWebhook | Problem]
     """


    kwargs = _get_kwargs(
        hook_id=hook_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    hook_id: str,
    *,
    client: AuthenticatedClient,
    body: IncomingWebhookPatch,

) -> IncomingWebhook | Problem | None:
    """ Rename, pause or restart an incoming webhook

     That `@channel` in its messages calls everybody is for admins of its chat to say.

    Args:
        hook_id (str):
        body (IncomingWebhookPatch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IncomingWebhook | Problem
     """


    return (await asyncio_detailed(
        hook_id=hook_id,
client=client,
body=body,

    )).parsed
