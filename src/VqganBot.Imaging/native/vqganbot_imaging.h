/* The part of libvips that VqganBot uses, without varargs, for P/Invoke.
 * Functions that can fail return 0 or a pointer when they succeeded, and -1 or NULL when they did not;
 * vqi_last_error then has libvips' text for the calling thread. All functions may be called from any thread
 * once vqi_initialise has succeeded; one VipsImage belongs to one thread at a time. */
#ifndef VQGANBOT_IMAGING_H
#define VQGANBOT_IMAGING_H

#include <vips/vips.h>

#define VQI_API __attribute__((visibility("default")))

enum vqi_format { VQI_PNG = 0, VQI_JPEG = 1, VQI_WEBP = 2, VQI_GIF = 3 };

/* library.c */
VQI_API int vqi_initialise(void);
VQI_API const char *vqi_vips_version(void);
VQI_API const char *vqi_last_error(void);
VQI_API void vqi_image_free(VipsImage *image);
VQI_API void vqi_blob_free(void *blob);

/* decode.c: data must stay where it is until the images made from it are freed. */
VQI_API VipsImage *vqi_open(int format, const void *data, size_t length, int *width, int *height);
VQI_API VipsImage *vqi_to_srgb(VipsImage *image, int *width, int *height);
VQI_API int vqi_read_rgb(VipsImage *image, void *rgb, size_t length);

/* encode.c */
VQI_API int vqi_encode(int format, const void *rgb, int width, int height, int quality, void **blob, size_t *length);

/* animate.c */
VQI_API int vqi_animate(int format, const void *rgb, int width, int height, int frames,
	const int *delays_ms, int quality, const char *out_path);

/* svg.c */
VQI_API VipsImage *vqi_open_svg(const void *svg, size_t length, int *width, int *height);

/* Between these files only. */
VipsImage *vqi_fail(void);
VipsImage *vqi_wrap_rgb(const void *rgb, int width, int height);

#endif
