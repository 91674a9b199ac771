#!/usr/bin/env python3
"""Writes optimizers.json: 100 steps of PyTorch's optimisers, for OptimizerTests to repeat. Run with python3-torch (1.13)."""
import json
import pathlib

import torch

STEPS, KEPT = 100, (1, 2, 5, 6, 7, 10, 50, 100)
torch.manual_seed(7)
START = torch.randn(4, 3, dtype=torch.float64)
TARGET = torch.randn(4, 3, dtype=torch.float64)
OPTIMIZERS = {
    "adam": lambda p: torch.optim.Adam(p, lr=0.05),
    "adam_all": lambda p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.2),
    "radam": lambda p: torch.optim.RAdam(p, lr=0.05, weight_decay=0.01),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1, lr_decay=0.01, weight_decay=0.02, initial_accumulator_value=0.1),
}


def run(make, dtype):
    parameter = torch.nn.Parameter(START.to(dtype).clone())
    optimizer = make([parameter])
    kept = {}
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        # Not a bowl: the cosine keeps the gradients changing their sign.
        ((parameter - TARGET.to(dtype)) ** 2 + torch.cos(3 * parameter)).sum().backward()
        optimizer.step()
        if step in KEPT:
            kept[step] = parameter.detach().double().flatten().tolist()
    return kept


fixture = {"start": START.flatten().tolist(), "target": TARGET.flatten().tolist(),
           "runs": {name: {"float64": run(make, torch.float64), "float32": run(make, torch.float32)}
                    for name, make in OPTIMIZERS.items()}}
path = pathlib.Path(__file__).with_name("optimizers.json")
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print(f"{len(OPTIMIZERS)} optimisers, {path.stat().st_size} bytes")
