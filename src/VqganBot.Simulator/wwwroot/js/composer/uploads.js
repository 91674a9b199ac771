const Most = 25 * 1024 * 1024;

/** Gives a file to the simulator; what comes back is its number there, for the message or command it goes with. */
export async function upload(file) {
  if (file.size > Most) return { error: `${file.name} has ${(file.size / 1024 / 1024).toFixed(0)} MiB; at most 25 MiB can be sent.` };
  try {
    const response = await fetch('playground/uploads', {
      method: 'POST',
      headers: { 'Content-Type': file.type || 'application/octet-stream', 'X-Filename': encodeURIComponent(file.name || 'file') },
      body: file,
    });
    if (!response.ok) return { error: `${file.name} was not taken: ${await response.text() || response.statusText}` };
    const { id } = await response.json();
    return { value: id, title: file.name, preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null };
  } catch {
    return { error: `${file.name} could not be sent: the playground does not answer.` };
  }
}

/** Opens the machine's own picker. */
export function pickFiles(accept, many, take) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept, multiple: many });
  input.addEventListener('change', () => take([...input.files]));
  input.click();
}
