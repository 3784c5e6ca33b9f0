"""SPARQL 1.1 over HTTP: a small strict client for the query, update and graph store protocols.

Strict, because servers answer 200 to what failed: `oxigraph serve --timeout-s` sends half a JSON document, Virtuoso a
part of the rows (both measured). Every answer is read whole, within a limit, and anything odd is a StoreError.
"""

from __future__ import annotations

import os
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

from kg.errors import StoreError

USER, PASSWORD = "PERINTAH_STORE_USER", "PERINTAH_STORE_PASSWORD"
"""Environment variables with the credentials of a server, for those that are not in its address."""

TIMEOUT = 120.0
"""Seconds to wait for a server."""

MOST = 1 << 29
"""Bytes of the largest answer that is read."""

_REASON = 300
"""Characters that an error message quotes of an answer."""

_MOST_ROWS, _OUT_OF_TIME = "X-SPARQL-MaxRows", "X-SQL-State"
"""Headers of Virtuoso: how many rows it sends at most (`ResultSetMaxRows`), and what ended an "anytime" query."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that came whole, of a status below 300; `kind` is its media type."""

    kind: str
    body: bytes
    most_rows: int | None = None
    """How many rows the server sends at most, where it says so."""

    def text(self, *kinds: str) -> str:
        """The body. Raises StoreError where it is none of these media types, or not UTF-8."""
        if self.kind not in kinds:
            said = printable(self.body[: _REASON * 4].decode("utf-8", "replace"))
            raise StoreError(f"the server answers {self.kind} instead of {kinds[0]}: {said}")
        try:
            return self.body.decode("utf-8")
        except UnicodeDecodeError as error:
            raise StoreError(f"the server's answer is not UTF-8: {error}") from error


class Client:
    """Sends requests to one server (scheme, host, port) with its credentials, by Basic or Digest authentication.

    Redirects to another server are refused, and so are those that would make a POST another request.
    """

    def __init__(self, url: str, *, timeout: float = TIMEOUT, most: int = MOST) -> None:
        try:
            parts = urlsplit(url)
            host = parts.netloc.rpartition("@")[2]
            _ = parts.port
        except ValueError as error:
            raise StoreError(f"not the address of a server: {error}") from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError("not the address of a server: it starts with http:// or https://, then a host")
        if parts.query or parts.fragment or re.search(r"[\x00-\x20\x7f]", url):
            raise StoreError("the address of a server has no ?, no # and no blanks")
        self.url = urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))
        """The address without credentials."""
        self.server = f"{parts.scheme}://{host}"
        user = unquote(parts.username or "") or os.environ.get(USER, "")
        password = unquote(parts.password or "") or os.environ.get(PASSWORD, "")
        self.identified = bool(user)
        self._timeout, self._most = timeout, most
        self._known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        if user:
            self._known.add_password(None, self.server, user, password)

    def form(self, url: str, name: str, text: str, accept: str) -> Reply:
        """POSTs a query or update as a form (SPARQL 1.1 Protocol, 2.1.2 and 2.2.1): what every server understands."""
        body = urlencode({name: text}).encode("ascii")
        kind = "application/x-www-form-urlencoded; charset=UTF-8"
        return self._send(url, "POST", body, {"Content-Type": kind, "Accept": accept})

    def graph(self, url: str, name: str, accept: str) -> Reply:
        """A named graph (SPARQL 1.1 Graph Store HTTP Protocol, 4.2 and 5.2)."""
        return self._send(f"{url}?{urlencode({'graph': name})}", "GET", None, {"Accept": accept})

    def _opener(self) -> urllib.request.OpenerDirector:
        """One for each request: its handlers count the answers 401, which threads must not share."""
        digest, basic = urllib.request.HTTPDigestAuthHandler, urllib.request.HTTPBasicAuthHandler
        return urllib.request.build_opener(_SameServer(), digest(self._known), basic(self._known))

    def _send(self, url: str, method: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        request = urllib.request.Request(url, body, headers, method=method)  # noqa: S310 - http(s) alone, checked above
        try:
            with self._opener().open(request, timeout=self._timeout) as answer:
                return self._read(answer)
        except urllib.error.HTTPError as error:
            with error:
                said = error.read(_REASON * 4).decode("utf-8", "replace")
            if error.code == 401:
                said = f"it wants a name and a password: give {USER} and {PASSWORD}, or http://NAME:PASSWORD@HOST"
            raise StoreError(f"{url}: the server answers {error.code}: {printable(said)}") from error
        except TimeoutError as error:
            raise StoreError(f"{url}: no answer within {self._timeout:g} seconds") from error
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise StoreError(f"{url}: the server cannot be reached: {printable(str(reason))}") from error

    def _read(self, answer: IO[bytes]) -> Reply:
        headers: Message = answer.headers  # type: ignore[attr-defined]
        body = answer.read(self._most + 1)
        if len(body) > self._most:
            raise StoreError(f"the server's answer is longer than {self._most >> 20} MB; ask for less")
        length = headers.get("Content-Length", "")
        if length.isdigit() and len(body) != int(length):
            raise StoreError(f"the server's answer broke off after {len(body)} of {length} bytes")
        if headers.get(_OUT_OF_TIME):
            said = printable(headers.get("X-SQL-Message", headers[_OUT_OF_TIME]))
            raise StoreError(f"the server answers in part: {said}")
        most_rows = headers.get(_MOST_ROWS, "")
        return Reply(headers.get_content_type(), body, int(most_rows) if most_rows.isdigit() else None)


class _SameServer(urllib.request.HTTPRedirectHandler):
    """Follows a redirect of a GET within the server; refuses any other."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request to send instead. Raises StoreError where it would go elsewhere or lose its body."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if req.get_method() != "GET" or (old.scheme, old.netloc) != (new.scheme, new.netloc):
            raise StoreError(f"{req.full_url}: the server sends elsewhere ({printable(newurl)}); give that address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def printable(text: str) -> str:
    """The beginning of what a server says, on one line and without characters that steer a terminal."""
    text = text.partition("SPARQL query:")[0]  # Virtuoso repeats it
    line = " ".join(re.sub(r"<[^<>]*>", " ", text).split())
    return "".join(c if c.isprintable() else "\ufffd" for c in line)[:_REASON]
