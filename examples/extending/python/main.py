from cdk8s import App, Chart
from cdk8s_backing_services import TopologyDocuments
from extending import extending

app = App()
extending(Chart(app, "extending", namespace="acme"))
app.synth()
TopologyDocuments.write(app)
