#include "vqganbot_imaging.h"

/* libvips' animations are one tall image: frames stacked from the top, "page-height" each. */
static int
save(int format, VipsImage *stack, int quality, const char *out_path)
{
	switch (format) {
	case VQI_WEBP:
		return vips_webpsave(stack, out_path, "Q", quality, "effort", 2, NULL);
	case VQI_GIF:
		return vips_gifsave(stack, out_path, NULL);
	default:
		vips_error("vqi_animate", "unknown format %d", format);
		return -1;
	}
}

/* raw_path has the frames' pixels, one frame after the other; they are read from there as they are needed. */
int
vqi_animate(int format, const char *raw_path, int width, int height, int frames,
	const int *delays_ms, int quality, const char *out_path)
{
	VipsImage *raw = NULL;
	VipsImage *stack = NULL;
	int failed;

	failed = vips_rawload(raw_path, &raw, width, height * frames, 3, NULL) ||
		vips_copy(raw, &stack, "interpretation", VIPS_INTERPRETATION_sRGB, NULL);
	if (!failed) {
		vips_image_set_int(stack, VIPS_META_PAGE_HEIGHT, height);
		vips_image_set_array_int(stack, "delay", delays_ms, frames);
		vips_image_set_int(stack, "loop", 0);
		failed = save(format, stack, quality, out_path);
	}

	vqi_image_free(stack);
	vqi_image_free(raw);
	if (failed)
		vqi_fail();
	return failed ? -1 : 0;
}
