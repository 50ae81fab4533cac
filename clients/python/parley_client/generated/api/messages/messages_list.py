from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.message_page import MessagePage
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    id: str,
    *,
    before_seq: int | Unset = UNSET,
    after_seq: int | Unset = UNSET,
    around_seq: int | Unset = UNSET,
    limit: int | Unset = 50,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["beforeSeq"] = before_seq

    params["afterSeq"] = after_seq

    params["aroundSeq"] = around_seq

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/messages/{id}".format(id=quote(str(id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> MessagePage | Problem | None:
    if response.status_code == 200:
        response_200 = MessagePage.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[MessagePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    before_seq: int | Unset = UNSET,
    after_seq: int | Unset = UNSET,
    around_seq: int | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[MessagePage | Problem]:
    """ List messages of a chat

     Of the chat of this id: the newest ones, or those around a `seq`; ascending, without holes, deleted
    ones as tombstones. `firstSeq`, `lastSeq`, `headSeq` and `headRev` prove what you have.

    Args:
        id (str):
        before_seq (int | Unset):
        after_seq (int | Unset):
        around_seq (int | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MessagePage | Problem]
     """


    kwargs = _get_kwargs(
        id=id,
before_seq=before_seq,
after_seq=after_seq,
around_seq=around_seq,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    before_seq: int | Unset = UNSET,
    after_seq: int | Unset = UNSET,
    around_seq: int | Unset = UNSET,
    limit: int | Unset = 50,

) -> MessagePage | Problem | None:
    """ List messages of a chat

     Of the chat of this id: the newest ones, or those around a `seq`; ascending, without holes, deleted
    ones as tombstones. `firstSeq`, `lastSeq`, `headSeq` and `headRev` prove what you have.

    Args:
        id (str):
        before_seq (int | Unset):
        after_seq (int | Unset):
        around_seq (int | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MessagePage | Problem
     """


    return sync_detailed(
        id=id,
client=client,
before_seq=before_seq,
after_seq=after_seq,
around_seq=around_seq,
limit=limit,

    ).parsed

async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    before_seq: int | Unset = UNSET,
    after_seq: int | Unset = UNSET,
    around_seq: int | Unset = UNSET,
    limit: int | Unset = 50,

) -> Response[MessagePage | Problem]:
    """ List messages of a chat

     Of the chat of this id: the newest ones, or those around a `seq`; ascending, without holes, deleted
    ones as tombstones. `firstSeq`, `lastSeq`, `headSeq` and `headRev` prove what you have.

    Args:
        id (str):
        before_seq (int | Unset):
        after_seq (int | Unset):
        around_seq (int | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MessagePage | Problem]
     """


    kwargs = _get_kwargs(
        id=id,
before_seq=before_seq,
after_seq=after_seq,
around_seq=around_seq,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    before_seq: int | Unset = UNSET,
    after_seq: int | Unset = UNSET,
    around_seq: int | Unset = UNSET,
    limit: int | Unset = 50,

) -> MessagePage | Problem | None:
    """ List messages of a chat

     Of the chat of this id: the newest ones, or those around a `seq`; ascending, without holes, deleted
    ones as tombstones. `firstSeq`, `lastSeq`, `headSeq` and `headRev` prove what you have.

    Args:
        id (str):
        before_seq (int | Unset):
        after_seq (int | Unset):
        around_seq (int | Unset):
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MessagePage | Problem
     """


    return (await asyncio_detailed(
        id=id,
client=client,
before_seq=before_seq,
after_seq=after_seq,
around_seq=around_seq,
limit=limit,

    )).parsed
