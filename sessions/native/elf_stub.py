"""Minimal ELF reader and writer: lists undefined symbols and writes a stub shared library.

64-bit little-endian only, which both supported kinds of Linux machine are. Layout and numbers
follow the System V ABI (gABI, chapters "Object Files" and "Dynamic Linking").
"""

import struct
from collections.abc import Sequence
from mmap import mmap

CODE = {
    "x86_64": (62, b"\x31\xc0\xc3"),  # xor eax, eax; ret
    "aarch64": (183, b"\x00\x00\x80\xd2\xc0\x03\x5f\xd6"),  # mov x0, #0; ret
}
"""`platform.machine()` -> e_machine, and a function that returns 0."""

_EHDR = struct.Struct("<16sHHIQQQIHHHHHH")
_PHDR = struct.Struct("<IIQQQQQQ")
_SHDR = struct.Struct("<IIQQQQIIQQ")
_SYM = struct.Struct("<IBBHQQ")
_DYN = struct.Struct("<QQ")
_DYNSYM = 11
_LOAD, _DYNAMIC, _STACK = 1, 2, 0x6474E551
_READ_WRITE, _READ_RUN = 6, 5
_PAGE = 0x10000
"""The largest page either machine may use."""
_GLOBAL_FUNCTION = 0x12


def undefined_names(library: bytes | mmap) -> list[str]:
    """The symbols that `library` expects others to define."""
    header = _EHDR.unpack_from(library)
    at, size, count = header[6], header[11], header[12]
    sections: list[tuple[int, ...]] = [
        _SHDR.unpack_from(library, at + size * n) for n in range(count)
    ]
    names: list[str] = []
    for section in sections:
        if section[1] != _DYNSYM:
            continue
        start, length, strings = section[4], section[5], sections[section[6]][4]
        for offset in range(start, start + length, _SYM.size):
            name, _info, _other, defined_in, _value, _size = _SYM.unpack_from(library, offset)
            if defined_in == 0 and name:
                begin = strings + name
                names.append(library[begin : library.find(b"\0", begin)].decode())
    return names


def write_library(soname: str, functions: Sequence[str], machine: str) -> bytes:
    """A shared library called `soname` in which every one of `functions` returns 0."""
    e_machine, code = CODE[machine]
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in [soname, *functions])
    symbols_at = _EHDR.size + 4 * _PHDR.size
    strings_at = symbols_at + _SYM.size * (len(functions) + 1)
    hash_at = _up(strings_at + len(strings), 8)
    chain = _hash(len(functions))
    code_at = _up(hash_at + len(chain), 16)
    read_end = code_at + len(code)
    dynamic_at = _up(read_end, 16)
    dynamic = b"".join(
        _DYN.pack(*pair)
        for pair in (
            (14, 1),  # DT_SONAME, the first string
            (4, hash_at),
            (5, strings_at),
            (6, symbols_at),
            (10, len(strings)),
            (11, _SYM.size),
            (0, 0),
        )
    )
    symbols = [_SYM.pack(0, 0, 0, 0, 0, 0)]
    at = 1 + len(soname) + 1
    for name in functions:
        symbols.append(_SYM.pack(at, _GLOBAL_FUNCTION, 0, 1, code_at, len(code)))
        at += len(name) + 1
    # The dynamic part is written to by the loader: same place in the file, next page in memory.
    there = dynamic_at + _PAGE
    pieces = {
        0: _EHDR.pack(
            b"\x7fELF\x02\x01\x01".ljust(16, b"\0"),
            *(3, e_machine, 1, 0, _EHDR.size, 0, 0, _EHDR.size, _PHDR.size, 4, 0, 0, 0),
        )
        + _PHDR.pack(_LOAD, _READ_RUN, 0, 0, 0, read_end, read_end, _PAGE)
        + _PHDR.pack(
            _LOAD, _READ_WRITE, dynamic_at, there, there, len(dynamic), len(dynamic), _PAGE
        )
        + _PHDR.pack(_DYNAMIC, _READ_WRITE, dynamic_at, there, there, len(dynamic), len(dynamic), 8)
        # Without this the loader would ask for an executable stack.
        + _PHDR.pack(_STACK, _READ_WRITE, 0, 0, 0, 0, 0, 16),
        symbols_at: b"".join(symbols),
        strings_at: strings,
        hash_at: chain,
        code_at: code,
        dynamic_at: dynamic,
    }
    whole = bytearray(dynamic_at + len(dynamic))
    for offset, piece in pieces.items():
        whole[offset : offset + len(piece)] = piece
    return bytes(whole)


def _hash(functions: int) -> bytes:
    """The classic hash table with a single bucket: every symbol in one chain."""
    count = functions + 1
    after = [0, *range(2, count), 0] if functions else [0]
    return struct.pack(f"<{3 + count}I", 1, count, 1 if functions else 0, *after)


def _up(offset: int, step: int) -> int:
    return -(-offset // step) * step
