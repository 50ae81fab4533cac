from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.files_preview_size import FilesPreviewSize
from ...models.problem import Problem
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO
from typing import cast



def _get_kwargs(
    file_id: str,
    *,
    expires: str | Unset = UNSET,
    signature: str | Unset = UNSET,
    size: FilesPreviewSize | Unset = FilesPreviewSize.VALUE_0,
    range_: str | Unset = UNSET,
    if_range: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(range_, Unset):
        headers["Range"] = range_

    if not isinstance(if_range, Unset):
        headers["If-Range"] = if_range

    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match



    

    params: dict[str, Any] = {}

    params["expires"] = expires

    params["signature"] = signature

    json_size: str | Unset = UNSET
    if not isinstance(size, Unset):
        json_size = size.value

    params["size"] = json_size


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/files/{file_id}/preview".format(file_id=quote(str(file_id), safe=""),),
        "params": params,
    }


    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | File | Problem | None:
    if response.status_code == 200:
        response_200 = File(
             payload = BytesIO(response.content)
        )



        return response_200

    if response.status_code == 206:
        response_206 = File(
             payload = BytesIO(response.content)
        )



        return response_206

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())



        return response_410

    if response.status_code == 416:
        response_416 = Problem.from_dict(response.json())



        return response_416

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    file_id: str,
    *,
    client: AuthenticatedClient,
    expires: str | Unset = UNSET,
    signature: str | Unset = UNSET,
    size: FilesPreviewSize | Unset = FilesPreviewSize.VALUE_0,
    range_: str | Unset = UNSET,
    if_range: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,

) -> Response[Any | File | Problem]:
    """ Get a picture of a file

     A WebP whose longer side is at most `size` px, upright and without metadata; what moves goes on
    moving. The largest there is where the file is smaller. Else as the file itself; `not_found` as long
    as there is none.

    Args:
        file_id (str):
        expires (str | Unset):
        signature (str | Unset):
        size (FilesPreviewSize | Unset):  Default: FilesPreviewSize.VALUE_0.
        range_ (str | Unset):
        if_range (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | File | Problem]
     """


    kwargs = _get_kwargs(
        file_id=file_id,
expires=expires,
signature=signature,
size=size,
range_=range_,
if_range=if_range,
if_none_match=if_none_match,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    file_id: str,
    *,
    client: AuthenticatedClient,
    expires: str | Unset = UNSET,
    signature: str | Unset = UNSET,
    size: FilesPreviewSize | Unset = FilesPreviewSize.VALUE_0,
    range_: str | Unset = UNSET,
    if_range: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,

) -> Any | File | Problem | None:
    """ Get a picture of a file

     A WebP whose longer side is at most `size` px, upright and without metadata; what moves goes on
    moving. The largest there is where the file is smaller. Else as the file itself; `not_found` as long
    as there is none.

    Args:
        file_id (str):
        expires (str | Unset):
        signature (str | Unset):
        size (FilesPreviewSize | Unset):  Default: FilesPreviewSize.VALUE_0.
        range_ (str | Unset):
        if_range (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | File | Problem
     """


    return sync_detailed(
        file_id=file_id,
client=client,
expires=expires,
signature=signature,
size=size,
range_=range_,
if_range=if_range,
if_none_match=if_none_match,

    ).parsed

async def asyncio_detailed(
    file_id: str,
    *,
    client: AuthenticatedClient,
    expires: str | Unset = UNSET,
    signature: str | Unset = UNSET,
    size: FilesPreviewSize | Unset = FilesPreviewSize.VALUE_0,
    range_: str | Unset = UNSET,
    if_range: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,

) -> Response[Any | File | Problem]:
    """ Get a picture of a file

     A WebP whose longer side is at most `size` px, upright and without metadata; what moves goes on
    moving. The largest there is where the file is smaller. Else as the file itself; `not_found` as long
    as there is none.

    Args:
        file_id (str):
        expires (str | Unset):
        signature (str | Unset):
        size (FilesPreviewSize | Unset):  Default: FilesPreviewSize.VALUE_0.
        range_ (str | Unset):
        if_range (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | File | Problem]
     """


    kwargs = _get_kwargs(
        file_id=file_id,
expires=expires,
signature=signature,
size=size,
range_=range_,
if_range=if_range,
if_none_match=if_none_match,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    file_id: str,
    *,
    client: AuthenticatedClient,
    expires: str | Unset = UNSET,
    signature: str | Unset = UNSET,
    size: FilesPreviewSize | Unset = FilesPreviewSize.VALUE_0,
    range_: str | Unset = UNSET,
    if_range: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,

) -> Any | File | Problem | None:
    """ Get a picture of a file

     A WebP whose longer side is at most `size` px, upright and without metadata; what moves goes on
    moving. The largest there is where the file is smaller. Else as the file itself; `not_found` as long
    as there is none.

    Args:
        file_id (str):
        expires (str | Unset):
        signature (str | Unset):
        size (FilesPreviewSize | Unset):  Default: FilesPreviewSize.VALUE_0.
        range_ (str | Unset):
        if_range (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | File | Problem
     """


    return (await asyncio_detailed(
        file_id=file_id,
client=client,
expires=expires,
signature=signature,
size=size,
range_=range_,
if_range=if_range,
if_none_match=if_none_match,

    )).parsed
