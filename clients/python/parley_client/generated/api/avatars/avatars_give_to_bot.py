from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.avatars_give_to_bot_body import AvatarsGiveToBotBody
from ...models.problem import Problem
from ...models.profile import Profile
from typing import cast



def _get_kwargs(
    user_id: str,
    *,
    body: AvatarsGiveToBotBody,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}


    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/admin/bots/{user_id}/avatar".format(user_id=quote(str(user_id), safe=""),),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Profile | None:
    if response.status_code == 200:
        response_200 = Profile.from_dict(response.json())



        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

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

    if response.status_code == 507:
        response_507 = Problem.from_dict(response.json())



        return response_507

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Profile]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    user_id: str,
    *,
    client: AuthenticatedClient,
    body: AvatarsGiveToBotBody,

) -> Response[Problem | Profile]:
    """ Give a bot a picture

     A JPEG, PNG or WebP of at most 5 MB, told by its bytes. Squares of 64 and 256 px are cut out of its
    middle and kept, without metadata; the picture itself is not, and neither are the former squares.
    Also one that an incoming webhook speaks for.

    Args:
        user_id (str):
        body (AvatarsGiveToBotBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Profile]
     """


    kwargs = _get_kwargs(
        user_id=user_id,
body=body,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    user_id: str,
    *,
    client: AuthenticatedClient,
    body: AvatarsGiveToBotBody,

) -> Problem | Profile | None:
    """ Give a bot a picture

     A JPEG, PNG or WebP of at most 5 MB, told by its bytes. Squares of 64 and 256 px are cut out of its
    middle and kept, without metadata; the picture itself is not, and neither are the former squares.
    Also one that an incoming webhook speaks for.

    Args:
        user_id (str):
        body (AvatarsGiveToBotBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Profile
     """


    return sync_detailed(
        user_id=user_id,
client=client,
body=body,

    ).parsed

async def asyncio_detailed(
    user_id: str,
    *,
    client: AuthenticatedClient,
    body: AvatarsGiveToBotBody,

) -> Response[Problem | Profile]:
    """ Give a bot a picture

     A JPEG, PNG or WebP of at most 5 MB, told by its bytes. Squares of 64 and 256 px are cut out of its
    middle and kept, without metadata; the picture itself is not, and neither are the former squares.
    Also one that an incoming webhook speaks for.

    Args:
        user_id (str):
        body (AvatarsGiveToBotBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Profile]
     """


    kwargs = _get_kwargs(
        user_id=user_id,
body=body,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    user_id: str,
    *,
    client: AuthenticatedClient,
    body: AvatarsGiveToBotBody,

) -> Problem | Profile | None:
    """ Give a bot a picture

     A JPEG, PNG or WebP of at most 5 MB, told by its bytes. Squares of 64 and 256 px are cut out of its
    middle and kept, without metadata; the picture itself is not, and neither are the former squares.
    Also one that an incoming webhook speaks for.

    Args:
        user_id (str):
        body (AvatarsGiveToBotBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Profile
     """


    return (await asyncio_detailed(
        user_id=user_id,
client=client,
body=body,

    )).parsed
