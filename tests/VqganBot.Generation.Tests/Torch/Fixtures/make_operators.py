#!/usr/bin/env python3
"""Writes operators.json: what PyTorch's own Python interface answers, for OperatorTests to compare with.

Run with Debian's python3-torch (1.13). Each case is one expression over the inputs below; for those marked
with the name of an input, the gradient of sum(result * weights) with respect to that input is kept too.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(20240607)
INPUTS = {
    "a": torch.randn(3, 4),
    "b": torch.randn(3, 4),
    "p": torch.rand(3, 4) + 0.25,
    "u": torch.rand(3, 4) * 1.6 - 0.8,
    "m": torch.randn(2, 3, 4),
    "n": torch.randn(2, 4, 5),
    "q": torch.randn(4, 4) + 3 * torch.eye(4),
    "image": torch.randn(2, 4, 6, 6),
    "kernel": torch.randn(8, 4, 3, 3) * 0.3,
    "bias": torch.randn(8),
    "scale": torch.rand(4) + 0.5,
    "shift": torch.randn(4),
    "theta": torch.tensor([[[0.8, -0.2, 0.1], [0.3, 0.9, -0.1]], [[1.1, 0.0, 0.2], [0.0, 0.7, 0.0]]]),
    "logits": torch.randn(5, 7),
    "queries": torch.randn(2, 2, 5, 4),
    "classes": torch.tensor([1, 0, 6, 3, 3]),
    "rows": torch.tensor([2, 0, 2]),
    "places": torch.tensor([[0, 1, 2, 0], [2, 2, 0, 1]]),
}
globals().update(INPUTS)

# name: (expression, input whose gradient is kept)
CASES = {
    "add": ("a + b", "a"), "add_alpha": ("a.add(b, alpha=2.5)", "b"), "sub_number": ("a - 1.5", None),
    "number_minus": ("2 - a", "a"), "mul": ("a * b", "a"), "div": ("a / p", "p"), "number_over": ("2 / p", "p"),
    "div_floor": ("torch.div(a, p, rounding_mode='floor')", None), "remainder": ("a % 0.4", None), "fmod": ("torch.fmod(a, 0.4)", None),
    "floor_divide": ("torch.floor_divide(a, p)", None), "pow": ("p ** 2.5", "p"), "pow_tensor": ("p ** a", "p"),
    "negative": ("-a", "a"), "abs": ("a.abs()", "a"), "exp": ("a.exp()", "a"), "log": ("p.log()", "p"), "sqrt": ("p.sqrt()", "p"),
    "rsqrt": ("p.rsqrt()", "p"), "square": ("a.square()", "a"), "sin": ("a.sin()", "a"), "cos": ("a.cos()", "a"), "tan": ("u.tan()", "u"),
    "asin": ("u.asin()", "u"), "acos": ("u.acos()", "u"), "atan": ("a.atan()", "a"), "atan2": ("torch.atan2(a, b)", "a"),
    "sinh": ("a.sinh()", "a"), "cosh": ("a.cosh()", "a"), "tanh": ("a.tanh()", "a"), "sigmoid": ("a.sigmoid()", "a"), "erf": ("a.erf()", "a"),
    "log1p": ("p.log1p()", "p"), "expm1": ("a.expm1()", "a"), "floor": ("a.floor()", None), "ceil": ("a.ceil()", None), "round": ("a.round()", None),
    "round_decimals": ("a.round(decimals=2)", None), "trunc": ("a.trunc()", None), "frac": ("a.frac()", None), "sign": ("a.sign()", None),
    "clamp": ("a.clamp(-0.5, 0.5)", "a"), "clamp_min": ("a.clamp_min(0.1)", "a"), "clamp_max": ("a.clamp_max(0.1)", "a"), "clamp_tensor": ("a.clamp(-p, p)", "a"),
    "maximum": ("torch.maximum(a, b)", "a"), "minimum": ("torch.minimum(a, b)", "b"), "lerp": ("a.lerp(b, p)", "a"),
    "addcmul": ("a.addcmul(b, p, value=0.3)", "p"), "addcdiv": ("a.addcdiv(b, p, value=0.3)", "p"),
    "less": ("a < b", None), "greater_number": ("a > 0.2", None), "equal": ("places == 2", None), "where": ("torch.where(a > 0, a, b)", "b"),
    "and": ("(a > 0) & (b > 0)", None), "not": ("~(a > 0)", None),
    "sum": ("a.sum()", "a"), "sum_dim": ("m.sum([0, 2])", "m"), "sum_keep": ("m.sum(1, keepdim=True)", "m"), "mean": ("m.mean([1, 2])", "m"),
    "prod": ("p.prod(1)", "p"), "std": ("a.std()", "a"), "std_dim": ("a.std(1, unbiased=False)", "a"), "var": ("a.var(0)", "a"), "max": ("a.max()", "a"),
    "max_values": ("a.max(1)[0]", "a"), "max_places": ("a.max(1)[1]", None), "min_values": ("a.min(0)[0]", "a"), "argmax": ("a.argmax(1)", None),
    "argmin": ("a.argmin()", None), "amax": ("m.amax([0, 1])", "m"), "amin": ("m.amin([1], keepdim=True)", "m"), "norm": ("a.norm()", "a"),
    "norm_dim": ("a.norm(p=1, dim=1)", "a"), "cumsum": ("a.cumsum(1)", "a"), "cumprod": ("p.cumprod(0)", "p"), "logsumexp": ("a.logsumexp(1)", "a"),
    "topk_values": ("a.topk(2)[0]", "a"), "topk_places": ("a.topk(2, largest=False)[1]", None), "sort": ("a.sort(1, descending=True)[0]", "a"),
    "argsort": ("a.argsort(0)", None), "any": ("(a > 1).any(1)", None), "all": ("(a > -2).all()", None), "nonzero": ("(a > 0).nonzero()", None),
    "matmul": ("m @ n", "m"), "mm": ("a.mm(q)", "q"), "bmm": ("m.bmm(n)", "n"), "addmm": ("a.addmm(a, q, beta=0.5, alpha=2)", "q"),
    "baddbmm": ("torch.zeros(2, 3, 5).baddbmm(m, n, alpha=0.5)", "m"), "dot": ("scale.dot(shift)", "scale"), "outer": ("scale.outer(shift)", "scale"),
    "einsum": ("torch.einsum('bij,bjk->bik', m, n)", "n"), "inverse": ("q.inverse()", "q"), "det": ("q.det()", "q"), "solve": ("torch.linalg.solve(q, a.t())", "q"),
    "cdist": ("torch.cdist(a, b)", "a"), "vector_norm": ("torch.linalg.vector_norm(m, 3, [1, 2])", "m"),
    "permute": ("m.permute(2, 0, 1)", "m"), "transpose": ("m.transpose(0, 2)", "m"), "flatten": ("m.flatten(1)", None), "expand": ("a[:, None].expand(3, 2, 4)", "a"),
    "repeat": ("a.repeat(2, 1)", "a"), "repeat_interleave": ("a.repeat_interleave(2, 1)", "a"), "flip": ("m.flip([0, 2])", None), "roll": ("a.roll([1, -1], [0, 1])", None),
    "cat": ("torch.cat([a, b], 1)", "b"), "stack": ("torch.stack([a, b], 1)", "a"), "chunk": ("n.chunk(3, 2)[1]", "n"), "split": ("n.split([1, 4], 2)[1]", "n"),
    "unbind": ("m.unbind(1)[2]", "m"), "unfold_dim": ("a.unfold(1, 2, 1)", "a"), "tril": ("q.tril(-1)", "q"), "triu": ("q.triu()", None), "diagonal": ("q.diagonal(1)", "q"),
    "narrow": ("m.narrow(2, 1, 2)", "m"), "select": ("m.select(1, -1)", "m"), "squeeze": ("m.unsqueeze(1).squeeze(1)", None), "movedim": ("m.movedim([0], [2])", None),
    "meshgrid": ("torch.meshgrid(scale, shift, indexing='xy')[0]", "scale"), "index_select": ("a.index_select(0, rows)", "a"), "gather": ("a.gather(0, places)", "a"),
    "scatter_add": ("torch.zeros(3, 4).scatter_add(0, places, b[:2])", "b"), "masked_fill": ("a.masked_fill(b > 0, 9)", "a"), "masked_select": ("a.masked_select(b > 0)", "a"),
    "one_hot": ("F.one_hot(rows, 4)", None), "arange": ("torch.arange(2, 9, 3)", None), "linspace": ("torch.linspace(-1, 1, 5)", None), "eye": ("torch.eye(2, 3)", None),
    "linear": ("F.linear(a, q, shift)", "q"), "conv2d": ("F.conv2d(image, kernel, bias, stride=2, padding=1)", "kernel"), "conv2d_input": ("F.conv2d(image, kernel, bias, padding=1)", "image"),
    "conv2d_groups": ("F.conv2d(image, kernel[:, :2], None, groups=2, dilation=2)", "image"), "conv2d_same": ("F.conv2d(image, kernel, padding='same')", None),
    "conv_transpose2d": ("F.conv_transpose2d(image, kernel.transpose(0, 1), None, 2, 1, 1)", "image"), "group_norm": ("F.group_norm(image, 2, scale, shift)", "image"),
    "layer_norm": ("F.layer_norm(a, [4], scale, shift)", "a"), "batch_norm": ("F.batch_norm(image, None, None, scale, shift, training=True)", "image"),
    "relu": ("F.relu(a)", "a"), "silu": ("F.silu(a)", "a"), "gelu": ("F.gelu(a)", "a"), "leaky_relu": ("F.leaky_relu(a, 0.2)", "a"), "elu": ("F.elu(a, 1.5)", "a"),
    "softplus": ("F.softplus(a, 2)", "a"), "softmax": ("F.softmax(a, 1)", "a"), "log_softmax": ("F.log_softmax(a, 0)", "a"), "logsigmoid": ("F.logsigmoid(a)", "a"),
    "normalize": ("F.normalize(m, dim=2)", "m"), "cosine_similarity": ("F.cosine_similarity(a, b)", "a"), "avg_pool2d": ("F.avg_pool2d(image, 3, 2, 1)", "image"),
    "max_pool2d": ("F.max_pool2d(image, 2)", "image"), "adaptive_avg": ("F.adaptive_avg_pool2d(image, (4, 5))", "image"), "adaptive_max": ("F.adaptive_max_pool2d(image, (4, 5))", "image"),
    "pad": ("F.pad(image, (1, 2, 0, 1), value=0.5)", "image"), "pad_reflect": ("F.pad(image, (2, 1, 1, 2), mode='reflect')", "image"),
    "pad_replicate": ("F.pad(image, (2, 1, 1, 2), mode='replicate')", "image"), "pad_circular": ("F.pad(image, (2, 1, 1, 2), mode='circular')", "image"),
    "nearest": ("F.interpolate(image, scale_factor=2.0)", "image"), "bilinear": ("F.interpolate(image, (9, 4), mode='bilinear', align_corners=False)", "image"),
    "bilinear_corners": ("F.interpolate(image, (9, 4), mode='bilinear', align_corners=True)", "image"), "bilinear_antialias": ("F.interpolate(image, (3, 4), mode='bilinear', antialias=True)", "image"),
    "bicubic": ("F.interpolate(image, (9, 8), mode='bicubic', align_corners=False)", "image"), "bicubic_antialias": ("F.interpolate(image, (3, 4), mode='bicubic', antialias=True)", "image"),
    "area": ("F.interpolate(image, (3, 2), mode='area')", "image"), "grid": ("F.affine_grid(theta, [2, 4, 5, 5], align_corners=False)", "theta"),
    "grid_sample": ("F.grid_sample(image, F.affine_grid(theta, [2, 4, 5, 5], align_corners=False), align_corners=False)", "image"),
    "grid_sample_border": ("F.grid_sample(image, F.affine_grid(theta * 1.5, [2, 4, 5, 5], align_corners=False), padding_mode='border', align_corners=False)", "theta"),
    "grid_sample_reflect": ("F.grid_sample(image, F.affine_grid(theta * 1.5, [2, 4, 5, 5], align_corners=True), mode='nearest', padding_mode='reflection', align_corners=True)", None),
    "pixel_shuffle": ("F.pixel_shuffle(image, 2)", "image"), "pixel_unshuffle": ("F.pixel_unshuffle(image, 3)", "image"), "unfold": ("F.unfold(image, 3, stride=3)", "image"),
    "attention": ("F.softmax(queries @ queries.transpose(-2, -1) / 2, -1) @ queries", "queries"),
    "attention_causal": ("F.softmax((queries @ queries.transpose(-2, -1) / 2).masked_fill(torch.ones(5, 5).triu(1).bool(), float('-inf')), -1) @ queries", "queries"),
    "cross_entropy": ("F.cross_entropy(logits, classes)", "logits"), "cross_entropy_smooth": ("F.cross_entropy(logits, classes, label_smoothing=0.1, reduction='sum')", "logits"),
    "mse_loss": ("F.mse_loss(a, b)", "a"), "l1_loss": ("F.l1_loss(a, b, reduction='none')", "a"), "smooth_l1_loss": ("F.smooth_l1_loss(a, b, beta=0.5)", "a"),
    "bce_logits": ("F.binary_cross_entropy_with_logits(a, (b > 0).float())", "a"), "half": ("a.half().float()", "a"), "bfloat16": ("a.bfloat16().float()", None), "long": ("(a * 10).long()", None),
}


def listed(tensor):
    return {"shape": list(tensor.shape), "type": str(tensor.dtype).split(".")[1],
            "values": [float(f"{value:.9g}") for value in tensor.detach().double().flatten().tolist()]}


def answer(expression, of):
    scope = dict(globals())
    if of:
        scope[of] = INPUTS[of].clone().requires_grad_()
    result = eval(expression, scope)
    record = {"result": listed(result)}
    if of:
        weights = torch.cos(torch.arange(result.numel(), dtype=torch.float32)).reshape(result.shape)
        (result * weights).sum().backward()
        record["of"] = of
        record["gradient"] = listed(scope[of].grad)
    return record


fixture = {"inputs": {name: listed(tensor) for name, tensor in INPUTS.items()},
           "cases": {name: answer(*case) for name, case in CASES.items()}}
path = pathlib.Path(__file__).with_name("operators.json")
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print(f"{len(CASES)} cases, {path.stat().st_size} bytes")
