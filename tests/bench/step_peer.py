"""One optimisation step of VQGAN+CLIP in plain PyTorch, for `bench step --peer`.

The same step as this program's: quantise, decode, cutouts (method "original"), CLIP image tower, prompt loss,
backward to the latent alone, Adam, clamp. Networks of published size with random frozen weights, in the plain
style of PyTorch (float32, nn.Module, autograd), written for this bench from the description of the algorithm.

--preset says how it is written; the arithmetic is the same. "crowson": with care, codes gathered and SiLU as one
operator. "nerdyrodent": the operators that generate.py and taming-transformers call, codes by a one-hot product,
x * sigmoid(x), the codebook's norms at every step, and a prompt loss that knows its stop. "latest": so too, with
the default cut method of generate.py but for its augmentations: the whole picture pooled for each cutout, and noise.

Protocol: one JSON line when ready; then for each line read from standard input one step, answered by one JSON
line with its seconds: of each part for "parts", of the whole for "whole", which on a GPU nothing disturbs. Ends
with the input.
"""
import argparse
import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def swish(x):
    return x * torch.sigmoid(x)


class ResBlock(nn.Module):
    def __init__(self, cin, cout, activation):
        super().__init__()
        self.activation = activation
        self.norm1 = nn.GroupNorm(32, cin, eps=1e-6)
        self.conv1 = nn.Conv2d(cin, cout, 3, padding=1)
        self.norm2 = nn.GroupNorm(32, cout, eps=1e-6)
        self.conv2 = nn.Conv2d(cout, cout, 3, padding=1)
        self.shortcut = nn.Conv2d(cin, cout, 1) if cin != cout else nn.Identity()

    def forward(self, x):
        h = self.conv1(self.activation(self.norm1(x)))
        h = self.conv2(self.activation(self.norm2(h)))
        return self.shortcut(x) + h


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm = nn.GroupNorm(32, c, eps=1e-6)
        self.q, self.k, self.v, self.out = (nn.Conv2d(c, c, 1) for _ in range(4))

    def forward(self, x):
        n, c, h, w = x.shape
        y = self.norm(x)
        q, k, v = (f(y).flatten(2) for f in (self.q, self.k, self.v))  # [N, C, HW]
        weights = torch.bmm(q.transpose(1, 2), k).mul(c ** -0.5).softmax(dim=2)  # [N, HW, HW]
        return x + self.out(torch.bmm(v, weights.transpose(1, 2)).view(n, c, h, w))


class Decoder(nn.Module):
    """The decoder of the published VQGAN; attention sits by the nominal resolution of 256 pixels."""

    def __init__(self, channels, multipliers, code_width, attention, activation):
        super().__init__()
        self.activation = activation
        z_channels = 256
        c = channels * multipliers[-1]
        self.post_quant = nn.Conv2d(code_width, z_channels, 1)
        self.conv_in = nn.Conv2d(z_channels, c, 3, padding=1)
        self.mid = nn.Sequential(ResBlock(c, c, activation), Attention(c), ResBlock(c, c, activation))
        self.levels = nn.ModuleList()
        resolution = 256 >> (len(multipliers) - 1)
        for level in reversed(range(len(multipliers))):
            blocks = []
            for _ in range(3):
                out = channels * multipliers[level]
                blocks.append(ResBlock(c, out, activation))
                c = out
                if resolution == attention:
                    blocks.append(Attention(c))
            if level > 0:
                blocks += [nn.Upsample(scale_factor=2, mode="nearest"), nn.Conv2d(c, c, 3, padding=1)]
                resolution *= 2
            self.levels.append(nn.Sequential(*blocks))
        self.norm_out = nn.GroupNorm(32, c, eps=1e-6)
        self.conv_out = nn.Conv2d(c, 3, 3, padding=1)

    def forward(self, z):
        h = self.mid(self.conv_in(self.post_quant(z)))
        for level in self.levels:
            h = level(h)
        return self.conv_out(self.activation(self.norm_out(h)))


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.attn = nn.MultiheadAttention(width, width // 64)
        self.ln_1 = nn.LayerNorm(width)
        self.fc = nn.Linear(width, 4 * width)
        self.proj = nn.Linear(4 * width, width)
        self.ln_2 = nn.LayerNorm(width)

    def forward(self, x):
        y = self.ln_1(x)
        x = x + self.attn(y, y, y, need_weights=False)[0]
        y = self.fc(self.ln_2(x))
        return x + self.proj(y * torch.sigmoid(1.702 * y))


class ImageTower(nn.Module):
    def __init__(self, resolution, patch, layers, width, embed):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, patch, patch, bias=False)
        self.cls = nn.Parameter(torch.randn(width) * width ** -0.5)
        self.positions = nn.Parameter(torch.randn((resolution // patch) ** 2 + 1, width) * width ** -0.5)
        self.ln_pre = nn.LayerNorm(width)
        self.blocks = nn.Sequential(*(Block(width) for _ in range(layers)))
        self.ln_post = nn.LayerNorm(width)
        self.proj = nn.Parameter(torch.randn(width, embed) * width ** -0.5)

    def forward(self, x):
        x = self.conv1(x).flatten(2).transpose(1, 2)  # [N, grid^2, width]
        x = torch.cat([self.cls.expand(x.shape[0], 1, -1), x], dim=1) + self.positions
        x = self.blocks(self.ln_pre(x).transpose(0, 1)).transpose(0, 1)
        return self.ln_post(x[:, 0]) @ self.proj


class Replace(torch.autograd.Function):
    """Forward the first tensor, send the gradient to the second."""

    @staticmethod
    def forward(ctx, value, through):
        ctx.shape = through.shape
        return value

    @staticmethod
    def backward(ctx, grad):
        return None, grad.sum_to_size(ctx.shape)


class ClampWithGrad(torch.autograd.Function):
    """Clamp to 0..1; a gradient that would push a clamped value further out is dropped."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(0, 1)

    @staticmethod
    def backward(ctx, grad):
        x, = ctx.saved_tensors
        return grad * (grad * (x - x.clamp(0, 1)) >= 0)


def quantise(z, codebook, one_hot):
    x = z.permute(0, 2, 3, 1)  # [N, h, w, C]
    distance = x.pow(2).sum(-1, keepdim=True) + codebook.pow(2).sum(1) - 2 * x @ codebook.T
    nearest = distance.argmin(-1)
    chosen = F.one_hot(nearest, len(codebook)).to(x.dtype) @ codebook if one_hot else codebook[nearest]
    return Replace.apply(chosen, x).permute(0, 3, 1, 2)


def lanczos_kernel(ratio):
    n = torch.arange(0, 2 / ratio + 1, dtype=torch.float32)[1:-1] if ratio < 1 else torch.zeros(0)
    t = torch.cat([-n.flip(0), torch.zeros(1), n]) * ratio
    k = torch.where(t.abs() < 2, torch.sinc(t) * torch.sinc(t / 2), torch.zeros_like(t))
    return k / k.sum()


def resample(x, size):
    """Low-pass where it shrinks (separable Lanczos, a = 2), then bicubic."""
    n, c, h, w = x.shape
    x = x.reshape(n * c, 1, h, w)
    if size < h:
        k = lanczos_kernel(size / h).to(x)
        x = F.conv2d(F.pad(x, (0, 0, len(k) // 2, len(k) // 2), "reflect"), k[None, None, :, None])
    if size < w:
        k = lanczos_kernel(size / w).to(x)
        x = F.conv2d(F.pad(x, (len(k) // 2, len(k) // 2, 0, 0), "reflect"), k[None, None, None, :])
    return F.interpolate(x.reshape(n, c, h, w), (size, size), mode="bicubic", align_corners=True)


def cutouts(image, count, size):
    h, w = image.shape[2:]
    largest, smallest = min(h, w), min(h, w, size)
    views = []
    for _ in range(count):
        side = int(torch.rand([]) * (largest - smallest) + smallest)
        x = torch.randint(0, w - side + 1, ())
        y = torch.randint(0, h - side + 1, ())
        views.append(resample(image[:, :, y:y + side, x:x + side], size))
    return ClampWithGrad.apply(torch.cat(views))


def pooled_cutouts(image, count, size):
    pool = lambda: (F.adaptive_avg_pool2d(image, size) + F.adaptive_max_pool2d(image, size)) / 2
    batch = torch.cat([pool() for _ in range(count)])
    return batch + batch.new_empty([count, 1, 1, 1]).uniform_(0, 0.1) * torch.randn_like(batch)


def prompt_loss(features, target):
    u, v = F.normalize(features, dim=1), F.normalize(target, dim=1)
    return (u - v).norm(dim=1).div(2).arcsin().pow(2).mul(2).mean()


def prompt_loss_with_stop(features, target, weight, stop):
    """The loss of every view with every embedding; below the stop nothing pulls any more."""
    u, v = F.normalize(features.unsqueeze(1), dim=2), F.normalize(target.unsqueeze(0), dim=2)  # [N, 1, D], [1, M, D]
    distances = u.sub(v).norm(dim=2).div(2).arcsin().pow(2).mul(2)
    distances = distances * weight.sign()
    return weight.abs() * Replace.apply(distances, torch.maximum(distances, stop)).mean()


def peak_memory(device):
    """Bytes: of the process, or of what PyTorch took on a GPU."""
    if device == "cuda":
        return torch.cuda.max_memory_allocated()
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


class Bench:
    def __init__(self, options):
        torch.manual_seed(0)
        self.options = options
        self.device = options.device or ("cuda" if torch.cuda.is_available() else "cpu")
        self.as_reference = options.preset != "crowson"
        self.cutouts = pooled_cutouts if options.preset == "latest" else cutouts
        activation = swish if self.as_reference else F.silu
        self.weight, self.stop = torch.tensor(1.0), torch.tensor(float("-inf"))
        multipliers = [int(m) for m in options.multipliers.split(",")]
        factor = 1 << (len(multipliers) - 1)
        width, height = (int(side) // factor for side in options.size.split("x"))
        self.decoder = Decoder(options.channels, multipliers, options.code_width, options.attention, activation).eval().requires_grad_(False)
        self.tower = ImageTower(options.resolution, options.patch, options.layers, options.width, options.embed).eval().requires_grad_(False)
        self.codebook = torch.empty(options.codes, options.code_width).uniform_(-1 / options.codes, 1 / options.codes)
        self.target = torch.randn(1, options.embed)
        self.mean = torch.tensor([0.48145466, 0.4578275, 0.40821073])[:, None, None]
        self.std = torch.tensor([0.26862954, 0.26130258, 0.27577711])[:, None, None]
        self.low = self.codebook.amin(0)[None, :, None, None]
        self.high = self.codebook.amax(0)[None, :, None, None]
        start = self.codebook[torch.randint(options.codes, (height * width,))]
        self.z = start.view(1, height, width, -1).permute(0, 3, 1, 2).contiguous().requires_grad_(True)
        for name in ("decoder", "tower", "codebook", "target", "mean", "std", "low", "high", "weight", "stop"):
            setattr(self, name, getattr(self, name).to(self.device))
        self.z = self.z.detach().to(self.device).requires_grad_(True)
        self.adam = torch.optim.Adam([self.z], lr=0.1)

    def now(self):
        # A GPU runs behind: what it was given is waited for before the clock is read.
        if self.device == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()

    def step(self, in_parts):
        processor = time.process_time()
        begun = self.now()
        marks = [begun]
        mark = lambda: marks.append(self.now() if in_parts else 0)
        quantised = quantise(self.z, self.codebook, one_hot=self.as_reference)
        mark()
        image = ClampWithGrad.apply((self.decoder(quantised) + 1) / 2)
        mark()
        views = self.cutouts(image, self.options.cutouts, self.options.resolution)
        mark()
        features = self.tower(views.clone().sub_(self.mean).div_(self.std) if self.as_reference else (views - self.mean) / self.std)
        mark()
        loss = prompt_loss_with_stop(features, self.target, self.weight, self.stop) if self.as_reference else prompt_loss(features, self.target)
        mark()
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        mark()
        self.adam.step()
        with torch.no_grad():
            self.z.copy_(self.z.maximum(self.low).minimum(self.high))
        mark()
        ended = self.now()
        names = ["quantise", "decode", "cutouts", "clip", "loss", "backward", "update"]
        times = {name: end - begin if in_parts else 0 for name, begin, end in zip(names, marks, marks[1:])}
        if not in_parts:
            times["whole"] = ended - begun
        times["processor"] = time.process_time() - processor
        times["peakMemory"] = peak_memory(self.device)
        times["toldLoss"] = loss.item()
        return times


def main():
    parser = argparse.ArgumentParser()
    for name, default in [("shapes", ""), ("preset", "crowson"), ("device", ""), ("size", "128x128"), ("multipliers", "1,1,2,2,4")]:
        parser.add_argument("--" + name, default=default)
    for name, default in [("cutouts", 8), ("threads", 1), ("channels", 128), ("codes", 16384), ("code-width", 256), ("attention", 16),
                          ("resolution", 224), ("patch", 32), ("layers", 12), ("width", 768), ("embed", 512)]:
        parser.add_argument("--" + name, type=int, default=default)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    bench = Bench(options)
    engine = "PyTorch " + torch.__version__ + " (Python), " + bench.device
    print(json.dumps({"engine": engine, "threads": torch.get_num_threads(), "device": bench.device}), flush=True)
    for line in sys.stdin:
        print(json.dumps(bench.step(in_parts=line.strip() == "parts")), flush=True)


main()
