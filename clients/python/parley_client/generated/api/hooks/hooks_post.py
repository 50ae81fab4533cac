from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.hook_post import HookPost
from ...models.hook_posted import HookPosted
from ...models.problem import Problem
from typing import cast



def _get_kwargs(
    hook_id: str,
    secret: str,
    *,
    body: HookPost,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/hooks/{hook_id}/{secret}".format(hook_id=quote(str(hook_id), safe=""),secret=quote(str(secret), safe=""),),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> HookPosted | Problem | None:
    if response.status_code == 200:
        response_200 = HookPosted.from_dict(response.json())



        return response_200

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())



        return response_409

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())



        return response_410

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[HookPosted | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    hook_id: str,
    secret: str,
    *,
    client: AuthenticatedClient | Client,
    body: HookPost,

) -> Response[HookPosted | Problem]:
    """ Say something by an incoming webhook

     Needs no token: the address is the right. JSON, or a form with it in the field `payload`, as
    programs send it that know Slack. With a `clientMsgId`, or the header `Idempotency-Key`, it is said
    once, as often as it is repeated. `not_found`: the webhook was removed, or has another address now;
    `gone`: its chat was deleted; `webhook_closed`: nothing can be said now, and `reason` says why. 60
    at once, then one a second.

    Args:
        hook_id (str):
        secret (str):
        body (HookPost):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HookPosted | Problem]
     """


    kwargs = _get_kwargs(
        hook_id=hook_id,
secret=secret,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    hook_id: str,
    secret: str,
    *,
    client: AuthenticatedClient | Client,
    body: HookPost,

) -> HookPosted | Problem | None:
    """ Say something by an incoming webhook

     Needs no token: the address is the right. JSON, or a form with it in the field `payload`, as
    programs send it that know Slack. With a `clientMsgId`, or the header `Idempotency-Key`, it is said
    once, as often as it is repeated. `not_found`: the webhook was removed, or has another address now;
    `gone`: its chat was deleted; `webhook_closed`: nothing can be said now, and `reason` says why. 60
    at once, then one a second.

    Args:
        hook_id (str):
        secret (str):
        body (HookPost):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HookPosted | Problem
     """


    return sync_detailed(
        hook_id=hook_id,
secret=secret,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    hook_id: str,
    secret: str,
    *,
    client: AuthenticatedClient | Client,
    body: HookPost,

) -> Response[HookPosted | Problem]:
    """ Say something by an incoming webhook

     Needs no token: the address is the right. JSON, or a form with it in the field `payload`, as
    programs send it that know Slack. With a `clientMsgId`, or the header `Idempotency-Key`, it is said
    once, as often as it is repeated. `not_found`: the webhook was removed, or has another address now;
    `gone`: its chat was deleted; `webhook_closed`: nothing can be said now, and `reason` says why. 60
    at once, then one a second.

    Args:
        hook_id (str):
        secret (str):
        body (HookPost):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HookPosted | Problem]
     """


    kwargs = _get_kwargs(
        hook_id=hook_id,
secret=secret,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    hook_id: str,
    secret: str,
    *,
    client: AuthenticatedClient | Client,
    body: HookPost,

) -> HookPosted | Problem | None:
    """ Say something by an incoming webhook

     Needs no token: the address is the right. JSON, or a form with it in the field `payload`, as
    programs send it that know Slack. With a `clientMsgId`, or the header `Idempotency-Key`, it is said
    once, as often as it is repeated. `not_found`: the webhook was removed, or has another address now;
    `gone`: its chat was deleted; `webhook_closed`: nothing can be said now, and `reason` says why. 60
    at once, then one a second.

    Args:
        hook_id (str):
        secret (str):
        body (HookPost):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HookPosted | Problem
     """


    return (await asyncio_detailed(
        hook_id=hook_id,
secret=secret,
client=client,
body=body,

    )).parsed
