import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.operaton.bpm.engine.impl.variable.serializer.AbstractObjectValueSerializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Run from source. No component scan: in the default package it would take every class of Spring. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class App {
  public static void main(String[] arguments) {
    SpringApplication.run(App.class, arguments);
  }

  /** Lists and records as variables of type Object in application/json, as Spin has them in Operaton Run. */
  @Bean
  ProcessEnginePlugin jsonObjects() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPreVariableSerializers() == null)
          configuration.setCustomPreVariableSerializers(new ArrayList<>());
        configuration.getCustomPreVariableSerializers().add(new JsonObjects());
        configuration.setDefaultSerializationFormat("application/json");
      }
    };
  }

  static class JsonObjects extends AbstractObjectValueSerializer {
    private final ObjectMapper mapper = new ObjectMapper();

    JsonObjects() {
      super("application/json");
    }

    @Override
    public String getName() {
      return "json-objects";
    }

    @Override
    protected boolean isSerializationTextBased() {
      return true;
    }

    @Override
    protected boolean canSerializeValue(Object value) {
      return value instanceof List || value instanceof Map;
    }

    @Override
    protected String getTypeNameForDeserialized(Object value) {
      return value instanceof List ? "java.util.ArrayList" : "java.util.LinkedHashMap";
    }

    @Override
    protected byte[] serializeToByteArray(Object value) throws Exception {
      return mapper.writeValueAsBytes(value);
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String typeName) throws Exception {
      JavaType type = mapper.getTypeFactory().constructFromCanonical(typeName);
      return mapper.readValue(bytes, type);
    }
  }
}
