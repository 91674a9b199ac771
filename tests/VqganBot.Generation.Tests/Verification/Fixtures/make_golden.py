#!/usr/bin/env python3
"""Makes small folders of golden data at sizes that the given ones do not have.

A second, independent writing-down of the networks in plain PyTorch (1.13, CPU, float32). It is checked against golden data
made by the original code first:

    make_golden.py check GOLDEN     compares with the folders clip_vit, clip_resnet, vqgan, vqgan_gumbel, gpt of GOLDEN
    make_golden.py make OUT         writes the folders; all weights are random, seed 7
    make_golden.py big OUT          the same kinds, larger: for a check by hand, not for the repository
"""
import json
import math
import os
import struct
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)


# ---- files ----------------------------------------------------------------------------------------------------------
NAMES = {torch.float32: 'F32', torch.float16: 'F16', torch.int64: 'I64'}
NUMPY = {'F32': np.float32, 'F16': np.float16, 'I64': np.int64}


def save_safetensors(path, tensors, metadata=None):
    header, blobs, at = ({'__metadata__': metadata} if metadata else {}), [], 0
    for key, tensor in tensors.items():
        blob = tensor.detach().contiguous().numpy().tobytes()
        header[key] = {'dtype': NAMES[tensor.dtype], 'shape': list(tensor.shape), 'data_offsets': [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header).encode()
    text += b' ' * (-len(text) % 8)
    with open(path, 'wb') as file:
        file.write(struct.pack('<Q', len(text)) + text + b''.join(blobs))


def load_safetensors(path):
    with open(path, 'rb') as file:
        data = file.read()
    length = struct.unpack('<Q', data[:8])[0]
    header = json.loads(data[8:8 + length])
    return {key: torch.from_numpy(np.frombuffer(data[8 + length + entry['data_offsets'][0]:8 + length + entry['data_offsets'][1]],
                                                dtype=NUMPY[entry['dtype']]).reshape(entry['shape']).copy())
            for key, entry in header.items() if key != '__metadata__'}


# ---- CLIP -----------------------------------------------------------------------------------------------------------
class Block(nn.Module):
    def __init__(self, width, heads, hidden, act):
        super().__init__()
        self.attn = nn.MultiheadAttention(width, heads)
        self.ln_1 = nn.LayerNorm(width)
        self.mlp = nn.ModuleDict({'c_fc': nn.Linear(width, hidden), 'c_proj': nn.Linear(hidden, width)})
        self.ln_2 = nn.LayerNorm(width)
        self.act = act

    def forward(self, x, mask=None):
        y = self.ln_1(x)
        x = x + self.attn(y, y, y, need_weights=False, attn_mask=mask)[0]
        h = self.mlp['c_fc'](self.ln_2(x))
        h = h * torch.sigmoid(1.702 * h) if self.act == 'quick_gelu' else F.gelu(h)
        return x + self.mlp['c_proj'](h)


class Stack(nn.Module):
    def __init__(self, width, layers, heads, hidden, act):
        super().__init__()
        self.resblocks = nn.ModuleList(Block(width, heads, hidden, act) for _ in range(layers))

    def forward(self, x, mask=None):
        for block in self.resblocks:
            x = block(x, mask)
        return x


class ViT(nn.Module):
    def __init__(self, resolution, patch, width, layers, heads, hidden, embed, act):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, patch, patch, bias=False)
        self.class_embedding = nn.Parameter(torch.randn(width) * width ** -.5)
        self.positional_embedding = nn.Parameter(torch.randn((resolution // patch) ** 2 + 1, width) * width ** -.5)
        self.ln_pre, self.ln_post = nn.LayerNorm(width), nn.LayerNorm(width)
        self.transformer = Stack(width, layers, heads, hidden, act)
        self.proj = nn.Parameter(torch.randn(width, embed) * width ** -.5)

    def forward(self, x):
        x = self.conv1(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_embedding.expand(x.shape[0], 1, -1), x], 1) + self.positional_embedding
        x = self.transformer(self.ln_pre(x).transpose(0, 1)).transpose(0, 1)
        return self.ln_post(x[:, 0]) @ self.proj


class Bottleneck(nn.Module):
    def __init__(self, before, width, stride):
        super().__init__()
        self.stride = stride
        self.conv1, self.bn1 = nn.Conv2d(before, width, 1, bias=False), nn.BatchNorm2d(width)
        self.conv2, self.bn2 = nn.Conv2d(width, width, 3, padding=1, bias=False), nn.BatchNorm2d(width)
        self.conv3, self.bn3 = nn.Conv2d(width, 4 * width, 1, bias=False), nn.BatchNorm2d(4 * width)
        if stride > 1 or before != 4 * width:
            self.downsample = nn.Sequential(nn.Conv2d(before, 4 * width, 1, bias=False), nn.BatchNorm2d(4 * width))

    def forward(self, x):
        pool = (lambda t: F.avg_pool2d(t, self.stride)) if self.stride > 1 else (lambda t: t)
        h = F.relu(self.bn1(self.conv1(x)))
        h = self.bn3(self.conv3(pool(F.relu(self.bn2(self.conv2(h))))))
        return F.relu(h + (self.downsample(pool(x)) if hasattr(self, 'downsample') else x))


class AttentionPool(nn.Module):
    def __init__(self, grid, width, heads, embed):
        super().__init__()
        self.heads = heads
        self.positional_embedding = nn.Parameter(torch.randn(grid * grid + 1, width) * width ** -.5)
        self.k_proj, self.q_proj, self.v_proj = nn.Linear(width, width), nn.Linear(width, width), nn.Linear(width, width)
        self.c_proj = nn.Linear(width, embed)

    def forward(self, x):
        n, c = x.shape[:2]
        x = x.flatten(2).transpose(1, 2)
        x = torch.cat([x.mean(1, keepdim=True), x], 1) + self.positional_embedding
        split = lambda t: t.view(n, -1, self.heads, c // self.heads).transpose(1, 2)
        q, k, v = split(self.q_proj(x[:, :1])), split(self.k_proj(x)), split(self.v_proj(x))
        a = (q @ k.transpose(-1, -2) * (c // self.heads) ** -.5).softmax(-1)
        return self.c_proj((a @ v).transpose(1, 2).reshape(n, c))


class ResNet(nn.Module):
    def __init__(self, resolution, width, blocks, heads, embed):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, width // 2, 3, 2, 1, bias=False), nn.BatchNorm2d(width // 2)
        self.conv2, self.bn2 = nn.Conv2d(width // 2, width // 2, 3, padding=1, bias=False), nn.BatchNorm2d(width // 2)
        self.conv3, self.bn3 = nn.Conv2d(width // 2, width, 3, padding=1, bias=False), nn.BatchNorm2d(width)
        before = width
        for i in range(4):
            w = width << i
            layer = [Bottleneck(before, w, 2 if i else 1)] + [Bottleneck(4 * w, w, 1) for _ in range(blocks[i] - 1)]
            setattr(self, f'layer{i + 1}', nn.Sequential(*layer))
            before = 4 * w
        self.attnpool = AttentionPool(resolution // 32, 32 * width, heads, embed)

    def forward(self, x):
        for i in (1, 2, 3):
            x = F.relu(getattr(self, f'bn{i}')(getattr(self, f'conv{i}')(x)))
        x = F.avg_pool2d(x, 2)
        for i in range(4):
            x = getattr(self, f'layer{i + 1}')(x)
        return self.attnpool(x)


class Clip(nn.Module):
    def __init__(self, visual, embed, context, vocab, width, heads, layers, act='quick_gelu'):
        super().__init__()
        self.positional_embedding = nn.Parameter(torch.randn(context, width) * .01)
        self.text_projection = nn.Parameter(torch.randn(width, embed) * width ** -.5)
        self.logit_scale = nn.Parameter(torch.tensor(math.log(1 / .07)))
        self.visual = visual
        self.transformer = Stack(width, layers, heads, 4 * width, act)
        self.token_embedding = nn.Embedding(vocab, width)
        self.ln_final = nn.LayerNorm(width)

    def encode_text(self, tokens):
        length = tokens.shape[1]
        mask = torch.full((length, length), -math.inf).triu(1)
        x = self.token_embedding(tokens) + self.positional_embedding[:length]
        x = self.ln_final(self.transformer(x.transpose(0, 1), mask).transpose(0, 1))
        return x[torch.arange(len(x)), tokens.argmax(-1)] @ self.text_projection


def clip_arrays(model, image, tokens):
    image = image.clone().requires_grad_()
    i, t = model.visual(image), model.encode_text(tokens)
    u, v = F.normalize(i, dim=-1), F.normalize(t, dim=-1)
    logits = model.logit_scale.exp() * u @ v.T
    loss = (2 * ((u - v[1]).norm(dim=-1) / 2).arcsin() ** 2).mean()
    grad, = torch.autograd.grad(loss, image)
    return dict(image=image, tokens=tokens, image_features=i, text_features=t, logits_per_image=logits,
                logits_per_text=logits.T, loss=loss[None], grad_image=grad)


def random_tokens(count, context, vocab):
    tokens = torch.zeros(count, context, dtype=torch.int64)
    for row in range(count):
        length = 1 + (row * 5 + 3) % (context - 2)
        tokens[row, 0] = vocab - 2
        tokens[row, 1:1 + length] = torch.randint(0, vocab - 2, (length,))
        tokens[row, 1 + length] = vocab - 1
    return tokens


def to_hugging_face(state):
    out = {'text_model.embeddings.position_ids': torch.arange(len(state['positional_embedding']))[None]}
    plain = {'token_embedding.weight': 'text_model.embeddings.token_embedding.weight',
             'positional_embedding': 'text_model.embeddings.position_embedding.weight',
             'visual.class_embedding': 'vision_model.embeddings.class_embedding',
             'visual.conv1.weight': 'vision_model.embeddings.patch_embedding.weight',
             'visual.positional_embedding': 'vision_model.embeddings.position_embedding.weight', 'logit_scale': 'logit_scale'}
    renames = [('visual.transformer.resblocks.', 'vision_model.encoder.layers.'), ('transformer.resblocks.', 'text_model.encoder.layers.'),
               ('visual.ln_pre.', 'vision_model.pre_layrnorm.'), ('visual.ln_post.', 'vision_model.post_layernorm.'),
               ('ln_final.', 'text_model.final_layer_norm.')]
    inner = [('attn.out_proj', 'self_attn.out_proj'), ('ln_1', 'layer_norm1'), ('ln_2', 'layer_norm2'), ('mlp.c_fc', 'mlp.fc1'), ('mlp.c_proj', 'mlp.fc2')]
    for key, tensor in state.items():
        if key in plain:
            out[plain[key]] = tensor
        elif key == 'text_projection':
            out['text_projection.weight'] = tensor.T
        elif key == 'visual.proj':
            out['visual_projection.weight'] = tensor.T
        else:
            for a, b in renames:
                if key.startswith(a):
                    key = b + key[len(a):]
                    break
            for a, b in inner:
                key = key.replace(a, b)
            if 'attn.in_proj_' in key:
                for name, part in zip('qkv', tensor.chunk(3)):
                    out[key.replace('attn.in_proj_', f'self_attn.{name}_proj.')] = part
            else:
                out[key] = tensor
    return out


# ---- VQGAN ----------------------------------------------------------------------------------------------------------
norm = lambda c: nn.GroupNorm(32, c, 1e-6)
swish = lambda x: x * torch.sigmoid(x)


class Res(nn.Module):
    def __init__(self, a, b):
        super().__init__()
        self.norm1, self.conv1, self.norm2, self.conv2 = norm(a), nn.Conv2d(a, b, 3, padding=1), norm(b), nn.Conv2d(b, b, 3, padding=1)
        if a != b:
            self.nin_shortcut = nn.Conv2d(a, b, 1)

    def forward(self, x):
        h = self.conv2(swish(self.norm2(self.conv1(swish(self.norm1(x))))))
        return h + (self.nin_shortcut(x) if hasattr(self, 'nin_shortcut') else x)


class Attn(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm = norm(c)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(c, c, 1) for _ in range(4))

    def forward(self, x):
        h = self.norm(x)
        q, k, v = (f(h).flatten(2) for f in (self.q, self.k, self.v))
        w = torch.einsum('bci,bcj->bij', q, k).mul(x.shape[1] ** -.5).softmax(2)
        return x + self.proj_out(torch.einsum('bij,bcj->bci', w, v).reshape(x.shape))


class Level(nn.Module):
    def __init__(self, before, c, blocks, attention, end):
        super().__init__()
        self.block = nn.ModuleList(Res(before if i == 0 else c, c) for i in range(blocks))
        self.attn = nn.ModuleList(Attn(c) for _ in range(blocks if attention else 0))
        if end == 'down':
            self.downsample = nn.ModuleDict({'conv': nn.Conv2d(c, c, 3, 2)})
        if end == 'up':
            self.upsample = nn.ModuleDict({'conv': nn.Conv2d(c, c, 3, padding=1)})

    def forward(self, x):
        for i, block in enumerate(self.block):
            x = block(x)
            if len(self.attn):
                x = self.attn[i](x)
        if hasattr(self, 'downsample'):
            x = self.downsample['conv'](F.pad(x, (0, 1, 0, 1)))
        if hasattr(self, 'upsample'):
            x = self.upsample['conv'](F.interpolate(x, scale_factor=2.0))
        return x


class Half(nn.Module):
    def __init__(self, d, encoder):
        super().__init__()
        self.encoder, self.patch = encoder, d.get('patch_size', 1)
        widths, n, fold = [d['ch'] * m for m in d['ch_mult']], len(d['ch_mult']), d.get('patch_size', 1) ** 2
        has = [d['resolution'] // self.patch >> i in d['attn_resolutions'] for i in range(n)]
        top = widths[-1]
        if encoder:
            self.conv_in = nn.Conv2d(d['in_channels'] * fold, d['ch'], 3, padding=1)
            self.down = nn.ModuleList(Level(([d['ch']] + widths)[i], widths[i], d['num_res_blocks'], has[i], 'down' if i < n - 1 else '') for i in range(n))
        else:
            self.conv_in = nn.Conv2d(d['z_channels'], top, 3, padding=1)
            self.up = nn.ModuleList(Level((widths + [top])[i + 1], widths[i], d['num_res_blocks'] + 1, has[i], 'up' if i else '') for i in range(n))
        self.mid = nn.ModuleDict({'block_1': Res(top, top), 'attn_1': Attn(top), 'block_2': Res(top, top)})
        last = top if encoder else widths[0]
        self.norm_out = norm(last)
        self.conv_out = nn.Conv2d(last, d['z_channels'] if encoder else d['out_ch'] * fold, 3, padding=1)

    def forward(self, x):
        if self.encoder and self.patch > 1:
            x = F.pixel_unshuffle(x, self.patch)
        x = self.conv_in(x)
        for level in (self.down if self.encoder else []):
            x = level(x)
        x = self.mid['block_2'](self.mid['attn_1'](self.mid['block_1'](x)))
        for level in ([] if self.encoder else reversed(self.up)):
            x = level(x)
        x = self.conv_out(swish(self.norm_out(x)))
        return F.pixel_shuffle(x, self.patch) if not self.encoder and self.patch > 1 else x


class Vqgan(nn.Module):
    def __init__(self, d, codes, embed, gumbel=False, spread=None):
        super().__init__()
        self.encoder, self.decoder = Half(d, True), Half(d, False)
        self.quant_conv, self.post_quant_conv = nn.Conv2d(d['z_channels'], embed, 1), nn.Conv2d(embed, d['z_channels'], 1)
        if gumbel:
            self.quantize = nn.ModuleDict({'proj': nn.Conv2d(embed, codes, 1), 'embed': nn.Embedding(codes, embed)})
        else:
            self.quantize = nn.ModuleDict({'embedding': nn.Embedding(codes, embed)})
            self.quantize['embedding'].weight.data.uniform_(-1 / codes, 1 / codes)
        if spread:
            self.codebook().data.mul_(spread)

    def codebook(self):
        return self.quantize['embed' if 'embed' in self.quantize else 'embedding'].weight

    def nearest(self, z):
        x, book = z.movedim(1, 3), self.codebook()
        d = x.pow(2).sum(-1, keepdim=True) + book.pow(2).sum(1) - 2 * x @ book.T
        return d.argmin(-1)

    def look_up(self, indices):
        return self.codebook()[indices].movedim(3, 1)

    def decode(self, q):
        return self.decoder(self.post_quant_conv(q))


class Replace(torch.autograd.Function):
    @staticmethod
    def forward(ctx, forward, backward):
        return forward.clone()

    @staticmethod
    def backward(ctx, g):
        return None, g


class Clamp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(0, 1)

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * (g * (x - x.clamp(0, 1)) >= 0)


def vqgan_arrays(model, image, z, weights):
    out = dict(image=image)
    with torch.no_grad():
        out['latent'] = h = model.quant_conv(model.encoder(image))
        if 'proj' in model.quantize:
            out['logits'] = model.quantize['proj'](h)
            out['indices'] = out['logits'].argmax(1)
        else:
            out['indices'] = model.nearest(h)
        out['quantized'] = model.look_up(out['indices'])
        out['reconstruction'] = model.decode(out['quantized'])
    z = z.clone().requires_grad_()
    out.update(z=z, z_indices=model.nearest(z))
    out['synth'] = synth = Clamp.apply((model.decode(Replace.apply(model.look_up(out['z_indices']), z)) + 1) / 2)
    loss = 100 * (synth * weights).mean()
    out.update(loss_weights=weights, loss=loss[None], grad_z=torch.autograd.grad(loss, z)[0])
    return out


def yaml_of(d, codes, embed, gumbel):
    lines = ['model:', f"  target: taming.models.vqgan.{'GumbelVQ' if gumbel else 'VQModel'}", '  params:', f'    embed_dim: {embed}', f'    n_embed: {codes}', '    ddconfig:']
    return '\n'.join(lines + [f'      {key}: {json.dumps(value)}' for key, value in d.items()]) + '\n'


# ---- GPT ------------------------------------------------------------------------------------------------------------
def gpt_logits(state, config, indices):
    t, n = indices.shape[1], config['n_head']
    x = state['tok_emb.weight'][indices] + state['pos_emb'][:, :t]
    lin = lambda x, name: F.linear(x, state[name + '.weight'], state.get(name + '.bias'))
    ln = lambda x, name: F.layer_norm(x, x.shape[-1:], state[name + '.weight'], state[name + '.bias'])
    for i in range(config['n_layer']):
        p, h = f'blocks.{i}.', ln(x, f'blocks.{i}.ln1')
        split = lambda t_: t_.view(*t_.shape[:2], n, -1).transpose(1, 2)
        q, k, v = (split(lin(h, p + 'attn.' + name)) for name in ('query', 'key', 'value'))
        a = (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + torch.full((t, t), -math.inf).triu(1)).softmax(-1)
        x = x + lin((a @ v).transpose(1, 2).reshape(x.shape), p + 'attn.proj')
        x = x + lin(F.gelu(lin(ln(x, p + 'ln2'), p + 'mlp.0')), p + 'mlp.2')
    return lin(ln(x, 'ln_f'), 'head')


# ---- the loop -------------------------------------------------------------------------------------------------------
def low_pass(x, length, axis):
    """Lanczos, a = 2, along one axis that shrinks to `length`; the border is reflected."""
    ratio = length / x.shape[axis]
    t = np.cumsum(np.full(math.ceil(2 / ratio + 1), ratio)) - ratio
    t = np.concatenate([-t[1:][::-1], t])[1:-1]
    kernel = torch.tensor(np.where(np.abs(t) < 2, np.sinc(t) * np.sinc(t / 2), 0), dtype=torch.float32)
    kernel, pad = kernel / kernel.sum(), (len(t) - 1) // 2
    side, shape = ((0, 0, pad, pad), (1, 1, -1, 1)) if axis == 2 else ((pad, pad, 0, 0), (1, 1, 1, -1))
    return F.conv2d(F.pad(x, side, 'reflect').flatten(0, 1)[:, None], kernel.view(shape)).view(*x.shape[:2], *x.shape[2:])


def resample(x, size):
    for axis in (2, 3):
        if size < x.shape[axis]:
            x = low_pass(x, size, axis)
    return F.interpolate(x, (size, size), mode='bicubic', align_corners=True)


def loop_arrays(vqgan, clip, mean, std, resolution, tokens, prompts, z, cuts, optimizer, rate, init_weight):
    texts = clip.encode_text(tokens).detach()
    out = dict(tokens=tokens, text_features=texts, z_start=z.clone(), cuts=cuts)
    least, most = (getattr(vqgan.codebook(), f)(0).values[None, :, None, None].detach() for f in ('min', 'max'))
    start, z, losses, latents = z.clone(), z.clone().requires_grad_(), [], []
    step = getattr(torch.optim, optimizer)([z], lr=rate)
    for row in cuts.tolist():
        image = Clamp.apply((vqgan.decode(Replace.apply(vqgan.look_up(vqgan.nearest(z)), z)) + 1) / 2)
        views = Clamp.apply(torch.cat([resample(image[:, :, y:y + size, x:x + size], resolution) for size, x, y in row]))
        u = F.normalize(clip.visual((views - mean) / std), dim=-1)
        terms, told = [], []
        for i, (weight, stop) in enumerate(prompts):
            d = 2 * ((u - F.normalize(texts[i], dim=-1)).norm(dim=-1) / 2).arcsin() ** 2 * math.copysign(1, weight)
            told.append(abs(weight) * d.mean())
            terms.append(abs(weight) * Replace.apply(d, d.clamp(min=-math.inf if stop is None else stop)).mean())
        if init_weight:
            terms.append(F.mse_loss(z, start) * init_weight / 2)
            told.append(terms[-1])
        step.zero_grad()
        sum(terms).backward()
        if not losses:
            out.update(first_image=image, first_cutouts=views, first_grad_z=z.grad.clone())
        step.step()
        z.data = z.data.clamp(least, most)
        losses.append(torch.stack(told).detach())
        latents.append(z.data[0].clone())
    return dict(out, losses=torch.stack(losses), z_after=torch.stack(latents))


def write_loop(out, name, config, arrays):
    os.makedirs(f'{out}/{name}', exist_ok=True)
    json.dump(config, open(f'{out}/{name}/config.json', 'w'), indent=1)
    save_safetensors(f'{out}/{name}/io.safetensors', {k: v.detach() for k, v in arrays.items()})


def check_loop(golden, networks):
    config, io = json.load(open(f'{golden}/loop/config.json')), load_safetensors(f'{golden}/loop/io.safetensors')
    clip, vqgan = networks[config['clip']], networks[config['vqgan']]
    compare('loop', loop_arrays(vqgan, clip, *OPENAI, io['first_cutouts'].shape[-1], io['tokens'], [(p['weight'], p['stop']) for p in config['prompts']],
                                io['z_start'], io['cuts'], config['optimizer'], config['learning_rate'], config['init_weight']), io)


OPENAI = [torch.tensor(v).view(1, 3, 1, 1) for v in ([0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711])]


# ---- the three commands ---------------------------------------------------------------------------------------------
def compare(name, ours, stored):
    for key, value in stored.items():
        if key not in ours:
            print(f'{name}/{key}: not made')
        elif value.dtype == torch.int64:
            print(f'{name}/{key}: {(ours[key] != value).sum().item()} unequal')
        else:
            print(f'{name}/{key}: {((ours[key] - value).abs().max() / value.abs().max()).item():.1e}')


def stand_in_for_lightning():
    """The checkpoints mention a class of a package that need not be here."""
    for name in ('pytorch_lightning', 'pytorch_lightning.callbacks', 'pytorch_lightning.callbacks.model_checkpoint'):
        module = sys.modules.setdefault(name, type(sys)(name))
        module.ModelCheckpoint = type('ModelCheckpoint', (), {})


def check(golden):
    networks = {}
    for name in ('clip_vit', 'clip_resnet'):
        config = json.load(open(f'{golden}/{name}/config.json'))
        state = {k: v.float() if v.is_floating_point() else v for k, v in torch.load(f'{golden}/{name}/state_dict.pt').items()}
        w, r, e = config['vision_width'], config['image_resolution'], config['embed_dim']
        visual = (ResNet(r, w, config['vision_layers'], w // 2, e) if config['vision_patch_size'] is None else
                  ViT(r, config['vision_patch_size'], w, config['vision_layers'], w // 64, 4 * w, e, 'quick_gelu'))
        model = Clip(visual, e, config['context_length'], config['vocab_size'], config['transformer_width'], config['transformer_heads'], config['transformer_layers'])
        model.load_state_dict(state)
        networks[name] = model.requires_grad_(False)
        io = load_safetensors(f'{golden}/{name}/io.safetensors')
        compare(name, clip_arrays(model.eval(), io['image'], io['tokens']), io)
    import yaml
    stand_in_for_lightning()
    for name in ('vqgan', 'vqgan_gumbel'):
        params = yaml.safe_load(open(f'{golden}/{name}/model.yaml'))['model']['params']
        state = torch.load(f'{golden}/{name}/model.ckpt')['state_dict']
        model = Vqgan(params['ddconfig'], params['n_embed'], params['embed_dim'], name == 'vqgan_gumbel')
        model.load_state_dict({k: v for k, v in state.items() if not k.startswith('loss.')})
        networks[name] = model.requires_grad_(False)
        io = load_safetensors(f'{golden}/{name}/io.safetensors')
        compare(name, vqgan_arrays(model, io['image'], io['z'], io['loss_weights']), io)
    check_loop(golden, networks)
    config, state = json.load(open(f'{golden}/gpt/config.json')), torch.load(f'{golden}/gpt/state_dict.pt')
    io = load_safetensors(f'{golden}/gpt/io.safetensors')
    logits = gpt_logits(state, config, io['indices'])
    compare('gpt', dict(indices=io['indices'], logits=logits, next_token_loss=F.cross_entropy(logits[:, :-1].flatten(0, 1), io['indices'][:, 1:].flatten())[None]), io)


def jitter(model):
    """Moves what starts at 0 or 1 off it, so that a forgotten bias shows."""
    for name, value in list(model.named_parameters()) + list(model.named_buffers()):
        if value.is_floating_point() and value.dim() == 1:
            value.data += torch.rand_like(value) * .2 if 'var' in name else torch.randn_like(value) * .1
    return model.eval()


def halve(model):
    """Weights as a file of float16 holds them."""
    for value in model.state_dict().values():
        if value.is_floating_point():
            value.copy_(value.half().float())
    return {k: v.half() if v.is_floating_point() else v for k, v in model.state_dict().items()}


def write_clip(out, model, arrays, save, config, config_name='config.json'):
    os.makedirs(out, exist_ok=True)
    save(out, model.state_dict())
    if config:
        json.dump(config, open(f'{out}/{config_name}', 'w'), indent=1)
    save_safetensors(f'{out}/io.safetensors', {k: v.detach() for k, v in arrays.items()})


def make(out, big):
    torch.manual_seed(7)
    scale = 4 if big else 1

    # ViT, open_clip's names under "text.", exact GELU, heads of 80 channels, another normalisation
    w, e = 160 * scale // 2, 24 * scale
    heads = 2 if big else 1
    model = jitter(Clip(ViT(48, 12, w, 2, heads, 3 * w, e, 'gelu'), e, 12, 70, 32 * scale, 4, 2, 'gelu'))
    open_half = halve(model)
    arrays = clip_arrays(model, torch.randn(2, 3, 48, 48), random_tokens(3, 12, 70))
    named = lambda s: {'module.' + (k if k.startswith('visual.') or k == 'logit_scale' else 'text.' + k): v for k, v in s.items()}
    write_clip(f'{out}/clip_open', model, arrays, lambda o, s: torch.save({'epoch': 3, 'state_dict': named(open_half)}, f'{o}/open_clip_pytorch_model.bin'),
               {'model_cfg': {'embed_dim': e, 'vision_cfg': {'image_size': 48, 'layers': 2, 'width': w, 'head_width': w // heads, 'patch_size': 12},
                              'text_cfg': {'context_length': 12, 'vocab_size': 70, 'width': 32 * scale, 'heads': 4, 'layers': 2}},
                'preprocess_cfg': {'mean': [.5, .5, .5], 'std': [.5, .5, .5]}}, 'open_clip_config.json')

    # Hugging Face's names in float16, with arrays of its own
    w = 64 * scale
    model = jitter(Clip(ViT(28, 7, w, 2, 4, 2 * w, 16, 'gelu'), 16, 10, 40, 48, 3, 1, 'gelu'))
    half, clip = halve(model), model
    arrays = clip_arrays(model, torch.randn(1, 3, 28, 28), random_tokens(2, 10, 40))
    write_clip(f'{out}/clip_hf16', model, arrays, lambda o, s: save_safetensors(f'{o}/model.safetensors', to_hugging_face(half), {'format': 'pt'}),
               {'text_config': {'num_attention_heads': 3, 'hidden_act': 'gelu'}, 'vision_config': {'num_attention_heads': 4, 'hidden_act': 'gelu'}})

    # ResNet without any configuration
    w = 4 * scale
    model = jitter(Clip(ResNet(32, w, [2, 1, 1, 2], max(1, w // 2), 12), 12, 9, 30, 64, 1, 1))
    rn_half = halve(model)
    arrays = clip_arrays(model, torch.randn(2, 3, 32, 32), random_tokens(2, 9, 30))
    write_clip(f'{out}/clip_rn', model, arrays, lambda o, s: torch.save(rn_half, f'{o}/weights.pt'), None)

    # VQGANs: five levels and a picture that is not square; float16; the patch stem; Gumbel
    base = dict(double_z=False, z_channels=32, resolution=64, in_channels=3, out_ch=3, ch=32, ch_mult=[1, 1], num_res_blocks=1, attn_resolutions=[32], dropout=0.0)
    cases = [('vqgan_wide', dict(base, ch=32 * scale, ch_mult=[1, 1, 1, 1, 2] if big else [1, 1, 1], attn_resolutions=[4] if big else [16], dropout=0.1), 2048 if not big else 16384, 16, False, None, (48, 64), False),
             ('vqgan_patch16', dict(base, patch_size=2, attn_resolutions=[16]), 50, 8, False, 20., (32, 48), True),
             ('vqgan_gumbel', dict(base, ch=32 * scale, z_channels=8), 40, 8, True, None, (20, 28), True)]
    for name, d, codes, embed, gumbel, spread, (height, width), half in cases:
        model = jitter(Vqgan(d, codes, embed, gumbel, spread))
        state = halve(model) if half else model.state_dict()
        painter = model if name == 'vqgan_patch16' else (painter if name == 'vqgan_gumbel' else None)
        f = d.get('patch_size', 1) << len(d['ch_mult']) - 1
        z = torch.randn(1, embed, height // f, width // f) * model.codebook().std() * 2
        arrays = vqgan_arrays(model, torch.rand(1, 3, height, width) * 2 - 1, z, torch.randn(1, 3, height, width))
        os.makedirs(f'{out}/{name}', exist_ok=True)
        open(f'{out}/{name}/model.yaml', 'w').write(yaml_of(d, codes, embed, gumbel))
        save_safetensors(f'{out}/{name}/io.safetensors', {k: v.detach() for k, v in arrays.items()})
        if half and not gumbel:
            save_safetensors(f'{out}/{name}/weights.safetensors', state)
        else:
            # as the first stage of a Net2Net checkpoint, or plainly with what training leaves behind
            prefix = 'first_stage_model.' if name == 'vqgan_wide' else ''
            extra = {'transformer.head.weight': torch.zeros(2)} if prefix else {'loss.discriminator.main.0.weight': torch.zeros(2)}
            torch.save({'state_dict': {**{prefix + k: v for k, v in state.items()}, **extra}}, f'{out}/{name}/model.ckpt')

    # Loops on the two float16 networks: another optimiser, one prompt and no initial distance; and crops that must grow
    for name, optimizer, size, prompts, init_weight in [('loop_adamw', 'AdamW', (36, 48), [(1.0, None)], 0), ('loop_small', 'Adagrad', (24, 20), [(.7, .5), (-.2, -1.2)], 0.4)]:
        z = painter.codebook()[torch.randint(0, 50, (size[0] // 4 * (size[1] // 4),))].view(1, size[0] // 4, size[1] // 4, 8).movedim(3, 1).detach().contiguous()
        least, most = min(28, *size), min(size)
        cuts = torch.tensor([[(s := least + (7 * i + 3 * j) % (most - least + 1), (5 * i + j) % (size[1] - s + 1), (3 * i + 2 * j) % (size[0] - s + 1)) for j in range(2)] for i in range(4)])
        arrays = loop_arrays(painter, clip, *OPENAI, 28, random_tokens(len(prompts), 10, 40), prompts, z, cuts, optimizer, .05, init_weight)
        write_loop(out, name, {'vqgan': 'vqgan_patch16', 'clip': 'clip_hf16', 'optimizer': optimizer, 'learning_rate': .05, 'cut_method': 'original',
                               'prompts': [{'weight': w, 'stop': s} for w, s in prompts], 'init_weight': init_weight, 'steps': 4}, arrays)


if __name__ == '__main__':
    check(sys.argv[2]) if sys.argv[1] == 'check' else make(sys.argv[2], sys.argv[1] == 'big')
