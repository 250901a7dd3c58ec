from tests.api.conftest import client, start

__all__ = ["client", "start"]
