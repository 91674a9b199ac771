#include "vqganbot_imaging.h"

/* For VqganBot's own drawings only: the SVG loader is not one to give strangers' data. */
VipsImage *
vqi_open_svg(const void *svg, size_t length, int *width, int *height)
{
	VipsImage *image = NULL;

	if (vips_svgload_buffer((void *) svg, length, &image, "fail_on", VIPS_FAIL_ON_ERROR, NULL))
		return vqi_fail();

	*width = vips_image_get_width(image);
	*height = vips_image_get_height(image);
	return image;
}
