#include "vqganbot_imaging.h"

/* An image over the caller's pixels, without a copy of them. */
VipsImage *
vqi_wrap_rgb(const void *rgb, int width, int height)
{
	VipsImage *raw = vips_image_new_from_memory(rgb, (size_t) width * height * 3, width, height, 3, VIPS_FORMAT_UCHAR);
	VipsImage *srgb = NULL;

	if (!raw)
		return vqi_fail();
	if (vips_copy(raw, &srgb, "interpretation", VIPS_INTERPRETATION_sRGB, NULL))
		vqi_fail();
	g_object_unref(raw);
	return srgb;
}

int
vqi_encode(int format, const void *rgb, int width, int height, int quality, void **blob, size_t *length)
{
	VipsImage *image = vqi_wrap_rgb(rgb, width, height);
	int failed = -1;

	if (!image)
		return -1;

	switch (format) {
	case VQI_PNG:
		failed = vips_pngsave_buffer(image, blob, length, "compression", 6,
			"filter", VIPS_FOREIGN_PNG_FILTER_ALL, "strip", TRUE, NULL);
		break;
	case VQI_JPEG:
		failed = vips_jpegsave_buffer(image, blob, length, "Q", quality, "optimize_coding", TRUE, "strip", TRUE, NULL);
		break;
	case VQI_WEBP:
		failed = vips_webpsave_buffer(image, blob, length, "Q", quality, "strip", TRUE, NULL);
		break;
	default:
		vips_error("vqi_encode", "unknown format %d", format);
	}
	g_object_unref(image);
	if (failed)
		vqi_fail();
	return failed ? -1 : 0;
}
