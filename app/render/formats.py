"""Every format a timeline can be had in besides JSON, in the order in which they are offered."""

from app.render import atom, csv, feed_json, ics, jsonld, ndjson, parquet, timelinejs, vis

FORMATS = (
    csv.FORMAT,
    ndjson.FORMAT,
    ics.FORMAT,
    atom.FORMAT,
    feed_json.FORMAT,
    timelinejs.FORMAT,
    vis.FORMAT,
    jsonld.FORMAT,
    parquet.FORMAT,
)
