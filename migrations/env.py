"""How alembic runs: on the connection that app.storage.engine.migrate hands in, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
