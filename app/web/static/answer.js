// Asking the service, and what it says where it refuses.

/** @returns {Promise<object>} the JSON; an answer that is a problem is thrown as `{title, detail}` */
export async function answer(address, options = {}) {
  let response;
  try {
    response = await fetch(address, { credentials: "omit", ...options, headers: { Accept: "application/json", ...options.headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw { title: "The service can't be reached", detail: "Check the connection and try again." };
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw { title: body.title ?? `The service answered ${response.status}`, detail: body.detail ?? "" };
  return body;
}
