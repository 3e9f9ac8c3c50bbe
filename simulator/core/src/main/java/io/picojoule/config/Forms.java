package io.picojoule.config;

import io.picojoule.config.schema.Form;

/** The forms of the documents that this package reads. */
public final class Forms {
    private Forms() {}

    public static Form.Keys accelerator() {
        return AcceleratorForm.document();
    }

    public static Form.Keys workload() {
        return WorkloadForm.document();
    }

    public static Form.Keys energyTable() {
        return EnergyForm.document();
    }

    public static Form.Keys areaTable() {
        return AreaForm.document();
    }

    public static Form.Keys mapping() {
        return MappingForm.document();
    }
}
