import java.util.Map;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;

/** A worker of the topic "order" on the Java client: does what the variable "mode" says. Arguments: REST root, password. */
public class Worker {
  public static void main(String[] arguments) {
    ExternalTaskClient client = ExternalTaskClient.create()
        .baseUrl(arguments[0])
        .workerId("java")
        .asyncResponseTimeout(2000)
        .disableBackoffStrategy()
        .addInterceptor(new BasicAuthProvider("worker", arguments[1]))
        .build();
    client.subscribe("order").lockDuration(10000).includeExtensionProperties(true).handler((task, service) -> {
      String mode = task.getVariable("mode");
      int amount = task.getVariable("amount");
      if (mode.equals("error")) {
        service.handleBpmnError(task, "sold-out", "none is left", Map.of("client", "java"));
      } else if (mode.equals("fail") && task.getRetries() == null) {
        service.handleFailure(task, "shop closed", "the door is locked", 2, 0);
      } else {
        service.extendLock(task, 20000);
        Map<String, Object> variables = Map.of(
            "client", "java", "doubled", amount * 2, "shop", task.getExtensionProperty("shop"), "large", 3000000000L);
        service.complete(task, variables, Map.of("own", true));
      }
    }).open();
  }
}
