from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.kept_for import KeptFor
from ...models.problem import Problem
from typing import cast



def _get_kwargs(
    chat_id: str,

) -> dict[str, Any]:
    

    

    

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/chats/{chat_id}/retention".format(chat_id=quote(str(chat_id), safe=""),),
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> KeptFor | Problem | None:
    if response.status_code == 200:
        response_200 = KeptFor.from_dict(response.json())



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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[KeptFor | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    chat_id: str,
    *,
    client: AuthenticatedClient,

) -> Response[KeptFor | Problem]:
    """ Read for how long the messages of a chat are kept

     So many days; null: for ever. What is older goes every night, for everybody.

    Args:
        chat_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[KeptFor | Problem]
     """


    kwargs = _get_kwargs(
        chat_id=chat_id,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    chat_id: str,
    *,
    client: AuthenticatedClient,

) -> KeptFor | Problem | None:
    """ Read for how long the messages of a chat are kept

     So many days; null: for ever. What is older goes every night, for everybody.

    Args:
        chat_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        KeptFor | Problem
     """


    return sync_detailed(
        chat_id=chat_id,
client=client,

    ).parsed

async def asyncio_detailed(
    chat_id: str,
    *,
    client: AuthenticatedClient,

) -> Response[KeptFor | Problem]:
    """ Read for how long the messages of a chat are kept

     So many days; null: for ever. What is older goes every night, for everybody.

    Args:
        chat_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[KeptFor | Problem]
     """


    kwargs = _get_kwargs(
        chat_id=chat_id,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    chat_id: str,
    *,
    client: AuthenticatedClient,

) -> KeptFor | Problem | None:
    """ Read for how long the messages of a chat are kept

     So many days; null: for ever. What is older goes every night, for everybody.

    Args:
        chat_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        KeptFor | Problem
     """


    return (await asyncio_detailed(
        chat_id=chat_id,
client=client,

    )).parsed
