#include "vqganbot_imaging.h"

/* libvips' animations are one tall image: frames stacked from the top, "page-height" each. */
static int
save(int format, VipsImage *stack, int quality, const char *out_path)
{
	switch (format) {
	case VQI_WEBP:
		return vips_webpsave(stack, out_path, "Q", quality, "effort", 2, NULL);
	case VQI_GIF:
		/* Effort 7, the default, takes twice as long for a fifth less. The tolerated difference between frames
		 * cannot be seen and lets what stands still be left out of a frame. */
		return vips_gifsave(stack, out_path, "effort", 3, "interframe_maxerror", 4.0, NULL);
	default:
		vips_error("vqi_animate", "unknown format %d", format);
		return -1;
	}
}

/* rgb has the frames' pixels, one frame after the other; of a mapped file only what is being read is in memory. */
int
vqi_animate(int format, const void *rgb, int width, int height, int frames,
	const int *delays_ms, int quality, const char *out_path)
{
	VipsImage *stack = vqi_wrap_rgb(rgb, width, height * frames);
	int failed;

	if (!stack)
		return -1;

	vips_image_set_int(stack, VIPS_META_PAGE_HEIGHT, height);
	vips_image_set_array_int(stack, "delay", delays_ms, frames);
	vips_image_set_int(stack, "loop", 0);
	failed = save(format, stack, quality, out_path);
	g_object_unref(stack);
	if (failed)
		vqi_fail();
	return failed ? -1 : 0;
}
