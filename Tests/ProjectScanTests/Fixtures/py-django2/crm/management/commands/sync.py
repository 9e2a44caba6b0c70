from django.conf import settings
from django.core.management.base import BaseCommand

from crm.services import attio


class Command(BaseCommand):
    help = "Sync with POST https://api.attio.com/v2/tasks"

    def handle(self, *args, **options):
        for record in attio.iter_records("companies"):
            self.stdout.write(record["id"])
        attio.session.delete(f"{attio.BASE}/notes/1")  #=> DELETE /v2/notes/{note_id}
