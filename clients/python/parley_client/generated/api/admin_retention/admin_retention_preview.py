from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.retention_preview import RetentionPreview
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    days: int | Unset = UNSET,
    chat_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["days"] = days

    params["chatId"] = chat_id

    params["cursor"] = cursor


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/admin/retention/preview",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | RetentionPreview | None:
    if response.status_code == 200:
        response_200 = RetentionPreview.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | RetentionPreview]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    days: int | Unset = UNSET,
    chat_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,

) -> Response[Problem | RetentionPreview]:
    """ Say what would go by a rule, which is not set for it

     A part at a time: as long as there is a `nextCursor`, ask again with it as `cursor`, and add up.
    With `chatId`: for this group or channel (`days` absent: as in the workspace), else for all (`days`
    absent: as it is set). `items`: those that lose most; what is said in direct chats is counted, and
    they are not named.

    Args:
        days (int | Unset):
        chat_id (str | Unset):
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RetentionPreview]
     """


    kwargs = _get_kwargs(
        days=days,
chat_id=chat_id,
cursor=cursor,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    days: int | Unset = UNSET,
    chat_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,

) -> Problem | RetentionPreview | None:
    """ Say what would go by a rule, which is not set for it

     A part at a time: as long as there is a `nextCursor`, ask again with it as `cursor`, and add up.
    With `chatId`: for this group or channel (`days` absent: as in the workspace), else for all (`days`
    absent: as it is set). `items`: those that lose most; what is said in direct chats is counted, and
    they are not named.

    Args:
        days (int | Unset):
        chat_id (str | Unset):
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RetentionPreview
     """


    return sync_detailed(
        client=client,
days=days,
chat_id=chat_id,
cursor=cursor,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    days: int | Unset = UNSET,
    chat_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,

) -> Response[Problem | RetentionPreview]:
    """ Say what would go by a rule, which is not set for it

     A part at a time: as long as there is a `nextCursor`, ask again with it as `cursor`, and add up.
    With `chatId`: for this group or channel (`days` absent: as in the workspace), else for all (`days`
    absent: as it is set). `items`: those that lose most; what is said in direct chats is counted, and
    they are not named.

    Args:
        days (int | Unset):
        chat_id (str | Unset):
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RetentionPreview]
     """


    kwargs = _get_kwargs(
        days=days,
chat_id=chat_id,
cursor=cursor,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    days: int | Unset = UNSET,
    chat_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,

) -> Problem | RetentionPreview | None:
    """ Say what would go by a rule, which is not set for it

     A part at a time: as long as there is a `nextCursor`, ask again with it as `cursor`, and add up.
    With `chatId`: for this group or channel (`days` absent: as in the workspace), else for all (`days`
    absent: as it is set). `items`: those that lose most; what is said in direct chats is counted, and
    they are not named.

    Args:
        days (int | Unset):
        chat_id (str | Unset):
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RetentionPreview
     """


    return (await asyncio_detailed(
        client=client,
days=days,
chat_id=chat_id,
cursor=cursor,

    )).parsed
