from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.backup import Backup
from ...models.new_backup import NewBackup
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: NewBackup,
    idempotency_key: str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/admin/backups",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Backup | Problem | None:
    if response.status_code == 202:
        response_202 = Backup.from_dict(response.json())



        return response_202

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Backup | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewBackup,
    idempotency_key: str | Unset = UNSET,

) -> Response[Backup | Problem]:
    """ Have a backup made in the folder of the server

     All of the workspace, into one file, in the background and while everybody goes on; the list tells
    what came of it. It takes the place of the oldest one where as many are kept as may be. No route
    reads or restores it: it holds what administrators may not read, and whoever has the machine has it.
    `conflict`: one is being made. For workspace owners.

    Args:
        idempotency_key (str | Unset):
        body (NewBackup):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Backup | Problem]
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
    body: NewBackup,
    idempotency_key: str | Unset = UNSET,

) -> Backup | Problem | None:
    """ Have a backup made in the folder of the server

     All of the workspace, into one file, in the background and while everybody goes on; the list tells
    what came of it. It takes the place of the oldest one where as many are kept as may be. No route
    reads or restores it: it holds what administrators may not read, and whoever has the machine has it.
    `conflict`: one is being made. For workspace owners.

    Args:
        idempotency_key (str | Unset):
        body (NewBackup):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Backup | Problem
     """


    return sync_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewBackup,
    idempotency_key: str | Unset = UNSET,

) -> Response[Backup | Problem]:
    """ Have a backup made in the folder of the server

     All of the workspace, into one file, in the background and while everybody goes on; the list tells
    what came of it. It takes the place of the oldest one where as many are kept as may be. No route
    reads or restores it: it holds what administrators may not read, and whoever has the machine has it.
    `conflict`: one is being made. For workspace owners.

    Args:
        idempotency_key (str | Unset):
        body (NewBackup):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Backup | Problem]
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
    body: NewBackup,
    idempotency_key: str | Unset = UNSET,

) -> Backup | Problem | None:
    """ Have a backup made in the folder of the server

     All of the workspace, into one file, in the background and while everybody goes on; the list tells
    what came of it. It takes the place of the oldest one where as many are kept as may be. No route
    reads or restores it: it holds what administrators may not read, and whoever has the machine has it.
    `conflict`: one is being made. For workspace owners.

    Args:
        idempotency_key (str | Unset):
        body (NewBackup):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Backup | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    )).parsed
