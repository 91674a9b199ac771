#include "vqganbot_imaging.h"

#include <string.h>

static _Thread_local char last_error[1024];

/* libvips and GLib report damaged pictures as warnings, hundreds of lines for one bad PNG. Failures come to the
 * caller as return codes, so nothing of that belongs on stderr. */
static void
swallow_log(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
	(void) domain;
	(void) level;
	(void) message;
	(void) data;
}

static gpointer
initialise_once(gpointer unused)
{
	(void) unused;
	g_log_set_default_handler(swallow_log, NULL);

	if (VIPS_INIT("VqganBot"))
		return (gpointer) "libvips could not be initialised";

	/* Every picture is seen once, so an operation cache only holds memory. The bot's own threads are
	 * the parallelism; one worker for each pipeline keeps the cores for the painting. */
	vips_cache_set_max(0);
	vips_concurrency_set(1);

	/* Only loaders that libvips calls safe for strangers' data, and of the others the SVG loader, which no
	 * user's byte reaches: vqi_open calls four loaders by name and never lets libvips choose. */
	vips_block_untrusted_set(TRUE);
	vips_operation_block_set("VipsForeignLoadSvg", FALSE);
	return NULL;
}

int
vqi_initialise(void)
{
	static GOnce once = G_ONCE_INIT;

	if (g_once(&once, initialise_once, NULL)) {
		vqi_fail();
		return -1;
	}
	return 0;
}

const char *
vqi_vips_version(void)
{
	return vips_version_string();
}

/* libvips has one error buffer for the whole process: take its text and empty it, or it grows without end. */
VipsImage *
vqi_fail(void)
{
	char *text = vips_error_buffer_copy();

	g_strlcpy(last_error, text ? g_strstrip(text) : "", sizeof(last_error));
	g_free(text);
	return NULL;
}

const char *
vqi_last_error(void)
{
	return last_error;
}

void
vqi_image_free(VipsImage *image)
{
	if (image)
		g_object_unref(image);
}

void
vqi_blob_free(void *blob)
{
	g_free(blob);
}
