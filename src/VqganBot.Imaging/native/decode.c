#include "vqganbot_imaging.h"

/* Reads the header only; the pixels are decoded when vqi_read_rgb pulls them. */
VipsImage *
vqi_open(int format, const void *data, size_t length, int *width, int *height)
{
	VipsImage *image = NULL;
	void *bytes = (void *) data;
	int failed = -1;

	/* Without fail_on a damaged file gives garbage pixels and no error. */
	switch (format) {
	case VQI_PNG:
		failed = vips_pngload_buffer(bytes, length, &image,
			"access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
		break;
	case VQI_JPEG:
		failed = vips_jpegload_buffer(bytes, length, &image,
			"access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
		break;
	case VQI_WEBP:
		failed = vips_webpload_buffer(bytes, length, &image,
			"access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
		break;
	case VQI_GIF:
		failed = vips_gifload_buffer(bytes, length, &image,
			"access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
		break;
	default:
		vips_error("vqi_open", "unknown format %d", format);
	}
	if (failed)
		return vqi_fail();

	*width = vips_image_get_width(image);
	*height = vips_image_get_height(image);
	return image;
}

/* Each step takes the image and gives the next one, so that one pointer is owned at any time. */
static VipsImage *
step(VipsImage *before, int failed, VipsImage *after)
{
	g_object_unref(before);
	return failed ? vqi_fail() : after;
}

static VipsImage *
upright(VipsImage *image)
{
	VipsImage *memory;
	VipsImage *turned = NULL;
	int failed;

	if (vips_image_get_orientation(image) <= 1)
		return image;

	/* Turning reads columns, and a sequential loader cannot go back: the pixels must be in memory. */
	memory = vips_image_copy_memory(image);
	if (!(image = step(image, memory == NULL, memory)))
		return NULL;
	failed = vips_autorot(image, &turned, NULL);
	return step(image, failed, turned);
}

static VipsImage *
on_white(VipsImage *image)
{
	double white = vips_image_get_format(image) == VIPS_FORMAT_USHORT ? 65535 : 255;
	VipsArrayDouble *background;
	VipsImage *flat = NULL;
	int failed;

	if (!vips_image_hasalpha(image))
		return image;

	background = vips_array_double_newv(1, white);
	failed = vips_flatten(image, &flat, "background", background, "max_alpha", white, NULL);
	vips_area_unref(VIPS_AREA(background));
	return step(image, failed, flat);
}

static VipsImage *
in_srgb(VipsImage *image)
{
	VipsImage *srgb = NULL;
	int failed;

	if (vips_image_get_typeof(image, VIPS_META_ICC_NAME)) {
		if (!vips_icc_transform(image, &srgb, "srgb", "embedded", TRUE, NULL))
			return step(image, 0, srgb);
		/* A profile that cannot be used is no reason to refuse the picture. */
		vips_error_clear();
	}
	failed = vips_colourspace(image, &srgb, VIPS_INTERPRETATION_sRGB, NULL);
	return step(image, failed, srgb);
}

VipsImage *
vqi_to_srgb(VipsImage *image, int *width, int *height)
{
	VipsImage *bytes = NULL;
	int failed;

	g_object_ref(image);
	if (!(image = upright(image)) || !(image = on_white(image)) || !(image = in_srgb(image)))
		return NULL;
	failed = vips_cast(image, &bytes, VIPS_FORMAT_UCHAR, NULL);
	if (!(image = step(image, failed, bytes)))
		return NULL;
	if (vips_image_get_bands(image) != 3) {
		vips_error("vqi_to_srgb", "%d bands remain where 3 were expected", vips_image_get_bands(image));
		return step(image, 1, NULL);
	}

	*width = vips_image_get_width(image);
	*height = vips_image_get_height(image);
	return image;
}

int
vqi_read_rgb(VipsImage *image, void *rgb, size_t length)
{
	VipsImage *target = vips_image_new_from_memory(rgb, length,
		vips_image_get_width(image), vips_image_get_height(image), 3, VIPS_FORMAT_UCHAR);
	int failed = target == NULL || vips_image_write(image, target);

	if (target)
		g_object_unref(target);
	if (failed)
		vqi_fail();
	return failed ? -1 : 0;
}
