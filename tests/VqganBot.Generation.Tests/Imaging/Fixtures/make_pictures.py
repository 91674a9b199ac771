"""Makes the small pictures beside it: kinds of file which VqganBot reads but never writes.
Calls libvips 8.14 through ctypes, so it needs no package. Run it in this folder: python3 make_pictures.py"""
import ctypes
import ctypes.util

vips = ctypes.CDLL(ctypes.util.find_library("vips"))
vips.vips_init(b"make_pictures")
vips.vips_image_new_from_memory_copy.restype = ctypes.c_void_p
SRGB, B_W, CMYK = 22, 1, 15


def image(pixel, bands, interpretation, size=16):
    pixels = bytes(value for y in range(size) for x in range(size) for value in pixel(x, y))
    raw = vips.vips_image_new_from_memory_copy(pixels, ctypes.c_size_t(len(pixels)), size, size, bands, 0)
    out = ctypes.c_void_p()
    assert vips.vips_copy(ctypes.c_void_p(raw), ctypes.byref(out), b"interpretation", interpretation, None) == 0
    return out


def check(failed):
    vips.vips_error_buffer_copy.restype = ctypes.c_char_p
    assert not failed, vips.vips_error_buffer_copy()


# Left half pure cyan ink, right half no ink at all.
check(vips.vips_jpegsave(image(lambda x, y: (255 if x < 8 else 0, 0, 0, 0), 4, CMYK), b"cmyk.jpg", b"strip", 1, None))
# Left half 64, right half 192.
check(vips.vips_jpegsave(image(lambda x, y: (64 if x < 8 else 192,), 1, B_W), b"grey.jpg", b"strip", 1, None))
# (40, 180, 90), stored in Display P3 with its profile, progressive.
p3 = ctypes.c_void_p()
check(vips.vips_icc_transform(image(lambda x, y: (40, 180, 90), 3, SRGB), ctypes.byref(p3), b"p3", b"input_profile", b"srgb", None))
check(vips.vips_jpegsave(p3, b"display-p3.jpg", b"Q", 100, b"interlace", 1, None))
# Left half half-transparent black, right half wholly transparent red.
check(vips.vips_webpsave(image(lambda x, y: (0, 0, 0, 128) if x < 8 else (255, 0, 0, 0), 4, SRGB), b"alpha.webp", b"lossless", 1, None))
# Left half opaque blue, right half transparent.
check(vips.vips_gifsave(image(lambda x, y: (0, 0, 255, 255) if x < 8 else (0, 0, 0, 0), 4, SRGB), b"alpha.gif", None))
