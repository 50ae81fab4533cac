from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.data_export import DataExport
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    idempotency_key: str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/users/me/export",
    }


    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DataExport | Problem | None:
    if response.status_code == 202:
        response_202 = DataExport.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[DataExport | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,

) -> Response[DataExport | Problem]:
    """ Order all that is kept of me

     A ZIP with my profile, my calls, and of each chat that I am in what I may read: messages and
    receipts as JSON Lines, and the files; with JSON schemas and `SHA256SUMS`. It is made in the
    background: `export_ended` tells when it is there. One at a time: as long as one is pending it is
    that one; and the next one takes its place, a day later at the earliest (`rate_limited`, with
    `Retry-After`). One that has failed may be ordered again at once.

    Args:
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DataExport | Problem]
     """


    kwargs = _get_kwargs(
        idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,

) -> DataExport | Problem | None:
    """ Order all that is kept of me

     A ZIP with my profile, my calls, and of each chat that I am in what I may read: messages and
    receipts as JSON Lines, and the files; with JSON schemas and `SHA256SUMS`. It is made in the
    background: `export_ended` tells when it is there. One at a time: as long as one is pending it is
    that one; and the next one takes its place, a day later at the earliest (`rate_limited`, with
    `Retry-After`). One that has failed may be ordered again at once.

    Args:
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DataExport | Problem
     """


    return sync_detailed(
        client=client,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,

) -> Response[DataExport | Problem]:
    """ Order all that is kept of me

     A ZIP with my profile, my calls, and of each chat that I am in what I may read: messages and
    receipts as JSON Lines, and the files; with JSON schemas and `SHA256SUMS`. It is made in the
    background: `export_ended` tells when it is there. One at a time: as long as one is pending it is
    that one; and the next one takes its place, a day later at the earliest (`rate_limited`, with
    `Retry-After`). One that has failed may be ordered again at once.

    Args:
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DataExport | Problem]
     """


    kwargs = _get_kwargs(
        idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,

) -> DataExport | Problem | None:
    """ Order all that is kept of me

     A ZIP with my profile, my calls, and of each chat that I am in what I may read: messages and
    receipts as JSON Lines, and the files; with JSON schemas and `SHA256SUMS`. It is made in the
    background: `export_ended` tells when it is there. One at a time: as long as one is pending it is
    that one; and the next one takes its place, a day later at the earliest (`rate_limited`, with
    `Retry-After`). One that has failed may be ordered again at once.

    Args:
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DataExport | Problem
     """


    return (await asyncio_detailed(
        client=client,
idempotency_key=idempotency_key,

    )).parsed
