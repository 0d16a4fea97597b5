"""A worker of the topic "order" on the Python client: does what the variable "mode" says. Arguments: REST root, password."""

import sys

from camunda.external_task.external_task_worker import ExternalTaskWorker


def order(task):
    amount = task.get_variable("amount")
    mode = task.get_variable("mode")
    if mode == "error":
        return task.bpmn_error("sold-out", "none is left", {"client": "python"})
    if mode == "fail" and task._context["retries"] is None:
        return task.failure("shop closed", "the door is locked", 3, 0)
    shop = task.get_extension_property("shop")
    return task.complete(
        {"client": "python", "doubled": amount * 2, "shop": shop, "large": 3000000000}, {"own": True}
    )


config = {
    "auth_basic": {"username": "worker", "password": sys.argv[2]},
    "maxTasks": 3,
    "lockDuration": 10000,
    "asyncResponseTimeout": 2000,
    "sleepSeconds": 1,
}
ExternalTaskWorker(worker_id="python", base_url=sys.argv[1], config=config).subscribe("order", order)
