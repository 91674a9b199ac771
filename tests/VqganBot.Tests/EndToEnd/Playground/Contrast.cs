namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>Measures every visible text on the page against the colours that lie below it, as WCAG 2 does.</summary>
internal static class Contrast
{
    /// <value>Gives the texts whose contrast is less than 4.5, with the contrast.</value>
    public const string Script =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const pixel = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
            return { rgb: [r, g, b], a: a / 255 };
          };
          const over = (top, below) => top.rgb.map((part, at) => part * top.a + below[at] * (1 - top.a));
          const ground = element => {
            const layers = [];
            for (let node = element; node; node = node.parentElement) layers.unshift(pixel(getComputedStyle(node).backgroundColor));
            return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
          };
          const light = rgb => rgb.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
          const weak = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest('svg, .hidden-text, :disabled, noscript, .beside, .skip')) continue;
            const below = ground(element);
            const [dark, bright] = [light(over(pixel(getComputedStyle(element).color), below)), light(below)].sort((a, b) => a - b);
            const contrast = (bright + 0.05) / (dark + 0.05);
            if (contrast < 4.5) weak.push(`${contrast.toFixed(2)}: ${text.slice(0, 40)}`);
          }
          return weak;
        }
        """;
}
