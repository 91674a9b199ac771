"""Makes the checkpoints that the tests read, and expected.json: type, shape and SHA-256 of every tensor's bytes.

Needs PyTorch 1.13 (Debian: python3-torch). Run here:  /usr/bin/python3 make_checkpoints.py [GOLDEN_FOLDER]
With the folder of golden data it also writes golden.json, the same digests of the files there.
"""
import collections
import hashlib
import json
import os
import sys
import types

import torch

NAMES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64",
         torch.int32: "I32", torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL"}


def raw(tensor):
    flat = tensor.detach().contiguous().reshape(-1)
    if flat.numel() == 0:
        return b""
    return (flat.view(torch.int16) if flat.dtype == torch.bfloat16 else flat).numpy().tobytes()


def digest(tensors):
    return {key: {"type": NAMES[value.dtype], "shape": list(value.shape), "sha256": hashlib.sha256(raw(value)).hexdigest()}
            for key, value in tensors.items()}


def safetensors(path, tensors, metadata):
    order, at, header = sorted(tensors), 0, {"__metadata__": metadata}
    for key in order:
        size = len(raw(tensors[key]))
        header[key] = {"dtype": NAMES[tensors[key].dtype], "shape": list(tensors[key].shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + b"".join(raw(tensors[key]) for key in order))


def every_kind():
    generator = torch.Generator().manual_seed(11)
    base = torch.randn(6, 5, 4, generator=generator)
    tensors = collections.OrderedDict((name.lower(), (base * 40).to(dtype)) for dtype, name in NAMES.items())
    tensors["scalar"] = torch.tensor(2.5)
    tensors["empty"] = torch.zeros(0, 3)
    tensors["transposed"] = base.permute(2, 0, 1)
    tensors["sliced"] = base[1:4, ::2, 1:3]
    tensors["column"] = base[:, 2, 3]
    tensors["expanded"] = base[0, 0, :1].expand(7, 3, 1)
    tensors["half_turned"] = tensors["f16"].transpose(0, 2)
    tensors["bytes_turned"] = tensors["u8"].transpose(1, 2)
    tensors["doubles_turned"] = tensors["f64"].transpose(0, 1)
    tensors["shared"] = base.view(30, 4)
    tensors["block.0.weight"] = torch.nn.Parameter(torch.randn(3, 3, generator=generator))
    tensors["schlüssel"] = torch.arange(3)
    return tensors


class Foreign:
    """A class that the reader does not know; as key, as value, with a state."""

    def __init__(self):
        self.value = {"a": [1, 2.5, "x"]}


class Dictionary(dict):
    pass


class Inner(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = torch.nn.Linear(4, 3).half()
        self.register_buffer("count", torch.tensor(7))

    def forward(self, x):
        return self.linear(x) * self.count


class Outer(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = torch.nn.Parameter(torch.tensor(0.5))
        self.blocks = torch.nn.Sequential(torch.nn.LayerNorm(4), Inner())
        self.register_buffer("input_resolution", torch.tensor(224))

    def forward(self, x):
        return self.blocks(x) * self.scale


def main():
    expected = {}
    kinds = every_kind()

    def save(name, value, tensors, **options):
        torch.save(value, name, **options)
        expected[name] = digest(tensors)

    save("kinds.zip.pt", kinds, kinds)
    save("kinds.stream.pt", kinds, kinds, _use_new_zipfile_serialization=False)
    for protocol in (3, 4, 5):
        save(f"kinds.zip.protocol{protocol}.pt", kinds, kinds, pickle_protocol=protocol)
    save("kinds.stream.protocol4.pt", kinds, kinds, pickle_protocol=4, _use_new_zipfile_serialization=False)
    safetensors("kinds.safetensors", {key: value for key, value in kinds.items()}, {"made by": "make_checkpoints.py"})
    expected["kinds.safetensors"] = digest(kinds)

    small = {"a.weight": torch.randn(2, 3), "a.bias": torch.zeros(2)}
    training = {"epoch": 3, "global_step": 1200, "lr": 4.5e-6, "note": "n", "callbacks": {Foreign: {"best": torch.ones(2)}}, "hyper": Foreign(), "big": 1 << 200,
                "seen": {1, 2}, "frozen": frozenset([3]), "bytes": b"\x00\xff", "complex": 1j, "cells": collections.defaultdict(list, a=[1]),
                "optimizer_states": [{"state": {0: {"exp_avg": torch.ones(2)}}, "groups": [{"betas": (0.5, 0.9)}]}],
                "state_dict": collections.OrderedDict(("module." + key, value) for key, value in small.items())}
    save("training.zip.pt", training, small)
    save("training.stream.pt", training, small, _use_new_zipfile_serialization=False)
    save("model_wrapped.pt", {"model": Dictionary(small), "step": 1}, small)

    torch.manual_seed(5)
    scripted = torch.jit.script(Outer().eval())
    scripted.save("script.pt")
    expected["script.pt"] = digest(scripted.state_dict())

    torch.save({"z": torch.zeros(2, dtype=torch.complex64)}, "refused.complex.pt")
    torch.save({"q": torch.quantize_per_tensor(torch.zeros(2), 0.1, 0, torch.quint8)}, "refused.quantised.pt")
    torch.save({"s": torch.eye(3).to_sparse()}, "refused.sparse.pt")
    torch.save([torch.zeros(2)], "refused.list.pt")

    with open("expected.json", "w") as file:
        json.dump(expected, file, indent=1, sort_keys=True)
        file.write("\n")

    if len(sys.argv) > 1:
        golden = {}
        for folder, _, names in sorted(os.walk(sys.argv[1])):
            for name in sorted(names):
                path = os.path.join(folder, name)
                short = os.path.relpath(path, sys.argv[1])
                if name == "torchscript.pt":
                    golden[short] = digest(torch.jit.load(path).state_dict())
                elif name.endswith(".pt"):
                    golden[short] = digest(torch.load(path))
                elif name.endswith(".ckpt"):
                    golden[short] = digest(load_foreign(path)["state_dict"])
        with open("golden.json", "w") as file:
            json.dump(golden, file, sort_keys=True, separators=(",", ":"))
            file.write("\n")


class StandIn(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def load_foreign(path):
    """torch.load with a stand-in for every module that is not installed here."""
    while True:
        try:
            return torch.load(path)
        except ModuleNotFoundError as fault:
            sys.modules[fault.name] = StandIn(fault.name)


if __name__ == "__main__":
    main()
