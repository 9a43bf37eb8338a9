"""Does something answer Bolt on a port, and is the port free: asked by socket, without the driver."""

from __future__ import annotations

import socket
import time

import psutil

HOST = "127.0.0.1"
HANDSHAKE = bytes.fromhex("6060b017") + bytes.fromhex("00000405") + bytes.fromhex("00000004") + bytes(8)
"""Bolt's magic number and the four versions offered: 5.4, 4.0 and twice none."""


def speaks_bolt(port: int, seconds: float = 1.0) -> bool:
    """True when the loopback port answers the Bolt handshake with a version (four bytes, not all zero)."""
    try:
        with socket.create_connection((HOST, port), timeout=seconds) as connection:
            connection.settimeout(seconds)
            connection.sendall(HANDSHAKE)
            answer = connection.recv(4)
    except OSError:
        return False
    return len(answer) == 4 and answer[:2] == b"\x00\x00" and answer != bytes(4)


def port_free(port: int) -> bool:
    """True when we could listen on the loopback port now."""
    with socket.socket() as listener:
        # A port whose last connections are still winding down is free for Neo4j, which sets the same option.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            return False
    return True


def wait_free(port: int, seconds: float) -> bool:
    """Waits until the port is free, at most `seconds`."""
    until = time.monotonic() + seconds
    while not port_free(port):
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def holder_of(port: int) -> str:
    """The program that listens on the port, as `name, pid 123`; empty when the system does not tell."""
    try:
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN and connection.laddr and connection.laddr.port == port
            if listens and connection.pid:
                return f"{psutil.Process(connection.pid).name()}，pid {connection.pid}"
    except psutil.Error:
        pass  # other users' processes are not shown to everyone; the name is a courtesy
    return ""
