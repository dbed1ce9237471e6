"""Alerts: who hears of what, the queue of messages, and how they go out.

``news`` reads what there is to tell, ``wishes`` decides who wants it, ``messages`` tells it, ``watchers`` and
``outbox`` keep it until it is taken, ``channels`` and ``mail`` send it, ``delivery`` sees that it arrives.
"""
